import { addDays, type LocalDate, localDate } from "../calendar/local-date";

export const PERSON_NAME_MAX = 120;
export const RECORD_NUMBER_MAX = 40;
export const PHONE_MAX = 40;
export const GOAL_MAX = 300;
/** Goals, conditions and coming visits a record holds at most; more is a slip or an attack. */
export const GOALS_MAX = 20;
export const CONDITIONS_MAX = 60;
export const VISITS_MAX = 1000;

/** The oldest verified person lived 122 years; an older birth date is a slip of the finger. */
export const AGE_MAX_YEARS = 125;
/** How far an end date or a visit may lie ahead (design judgement). */
export const AHEAD_MAX_DAYS = 730;

/** Regions of the library, where rules that are bound to a site look. */
export const BODY_SITES = [
  "neck",
  "shoulder",
  "upper-back",
  "low-back",
  "core",
  "hip",
  "knee",
] as const;
export type BodySite = (typeof BODY_SITES)[number];

/** The earliest birth date that is taken on `today`. */
export function earliestBirth(today: LocalDate): LocalDate {
  return localDate(`${Number(today.slice(0, 4)) - AGE_MAX_YEARS}-01-01`);
}

/** The latest day that an end date or a visit may have. */
export function latestAhead(today: LocalDate): LocalDate {
  return addDays(today, AHEAD_MAX_DAYS);
}

/** Whole years from `birthOn` to `today`; a person of 29 February turns a year older on 1 March. */
export function ageOn(birthOn: LocalDate, today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return today.slice(5) < birthOn.slice(5) ? years - 1 : years;
}
