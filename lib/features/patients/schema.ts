import { z } from "zod";
import { BODY_SIDES } from "../../../db/schema/patient";
import { isId } from "../../auth/access";
import {
  isLocalDate,
  isTimeZone,
  type LocalDate,
  localDateOf,
} from "../../domain/calendar/local-date";
import { CONDITIONS } from "../../domain/cautions/rules";
import {
  BODY_SITES,
  earliestBirth,
  GOAL_MAX,
  latestAhead,
  PERSON_NAME_MAX,
  PHONE_MAX,
  RECORD_NUMBER_MAX,
} from "../../domain/patient/record-bounds";
import { LOCALES } from "../../domain/plan/plan-document";
import { EMAIL_MAX } from "../account/schema";

/** Control characters break the database or the page; direction overrides make one name look like another. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const HIDDEN_SENTENCE = "Take out the hidden characters.";

/** The latest date that is today somewhere on earth; what lies after it is in the future for everybody. */
export function todayAnywhere(now: Date): LocalDate {
  return localDateOf(now, "Etc/GMT-14");
}

const name = (sentence: string) =>
  z
    .string(sentence)
    .trim()
    .min(1, sentence)
    .max(PERSON_NAME_MAX, `Use at most ${PERSON_NAME_MAX} characters.`)
    .refine((text) => !HIDDEN.test(text), HIDDEN_SENTENCE)
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " "));

/** Text that may be left out; blank is the same as absent. */
const optionalText = (max: number) =>
  z
    .string("Enter text.")
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .refine((text) => !HIDDEN.test(text), HIDDEN_SENTENCE)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

const date = (sentence: string) => z.string(sentence).refine(isLocalDate, sentence);

const optionalDate = z
  .union([z.literal(""), date("Enter a whole date.")], "Enter a whole date.")
  .nullish()
  .transform((text) => (text || null) as LocalDate | null);

const blankAsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

const birthDate = (now: Date) =>
  date("Enter day, month and year of birth.")
    .refine((on) => on <= todayAnywhere(now), "A birth date cannot lie in the future.")
    .refine(
      (on) => on >= earliestBirth(todayAnywhere(now)),
      `Enter a birth date from ${earliestBirth(todayAnywhere(now)).slice(0, 4)} on.`,
    )
    .transform((on) => on as LocalDate);

const email = blankAsNull(
  z
    .string("Enter an e-mail address.")
    .trim()
    .toLowerCase()
    .max(EMAIL_MAX, `Use at most ${EMAIL_MAX} characters.`)
    .pipe(z.email("Enter an e-mail address such as name@mail.com.")),
);

const phone = optionalText(PHONE_MAX).refine(
  (text) => text === null || /^[0-9+()./\-# x]{3,}$/i.test(text),
  "Enter a phone number with digits, such as +34 600 123 456.",
);

const contactFields = (now: Date) => ({
  givenName: name("Enter the first name."),
  familyName: name("Enter the family name."),
  birthOn: birthDate(now),
  email,
  phone,
  recordNumber: optionalText(RECORD_NUMBER_MAX),
  language: z.enum(LOCALES, "Choose the language the patient reads."),
  timeZone: z
    .string("Choose a time zone.")
    .refine((zone) => isTimeZone(zone), "Choose a time zone from the list."),
  therapistId: blankAsNull(z.string().refine(isId, "Choose a therapist of your clinic.")),
});

/** A new patient. `knownDuplicates`: ids of the look-alikes that were shown and found to be other people. */
export const createPatientInput = (now: Date) =>
  z.object({
    ...contactFields(now),
    knownDuplicates: z
      .string()
      .max(2000)
      .default("")
      .transform((text) => text.split(",").filter(isId)),
  });

/** `revision`: what the form was filled from, so that nobody's change is overwritten unseen. */
export const updatePatientInput = (now: Date) =>
  z.object({ ...contactFields(now), revision: z.string().max(40).optional() });

export type ContactInput = Omit<z.output<ReturnType<typeof updatePatientInput>>, "revision">;

const past = (now: Date, sentence: string) =>
  optionalDate.refine((on) => on === null || on <= todayAnywhere(now), sentence);

/** A condition with what its rules can read. Which of side, site and surgery date it has is the condition's. */
export const conditionInput = (now: Date) =>
  z
    .object({
      conditionId: z
        .string("Choose a condition.")
        .refine((id) => CONDITIONS.some((c) => c.id === id), "Choose a condition from the list."),
      onsetOn: past(now, "It cannot have begun in the future."),
      surgeryOn: past(now, "Enter the surgery once it has been done."),
      side: blankAsNull(z.enum(BODY_SIDES, "Choose left, right or both.")),
      site: blankAsNull(z.enum(BODY_SITES, "Choose a part of the body from the list.")),
      endedOn: optionalDate.refine(
        (on) => on === null || on <= latestAhead(todayAnywhere(now)),
        "Enter an end within the next two years.",
      ),
    })
    .superRefine((c, ctx) => {
      const kind = CONDITIONS.find((candidate) => candidate.id === c.conditionId);
      const refuse = (path: string, message: string) =>
        ctx.addIssue({ code: "custom", path: [path], message });
      if (c.side && !kind?.sided) refuse("side", "This condition has no side.");
      if (c.site && !kind?.siteBound) refuse("site", "This condition has no site.");
      if (c.surgeryOn && !kind?.hasSurgeryDate)
        refuse("surgeryOn", "This condition has no surgery date.");
      if (c.endedOn && [c.onsetOn, c.surgeryOn].some((on) => on && on > (c.endedOn as LocalDate)))
        refuse("endedOn", "It cannot end before it began.");
    });
export type ConditionInput = z.output<ReturnType<typeof conditionInput>>;

export const goalInput = z.object({
  text: z
    .string("Write the goal in the patient's words.")
    .trim()
    .min(1, "Write the goal in the patient's words.")
    .max(GOAL_MAX, `Use at most ${GOAL_MAX} characters.`)
    .transform((text) => text.replace(/\s+/g, " "))
    .refine((text) => !HIDDEN.test(text), HIDDEN_SENTENCE),
});

export const visitInput = (now: Date) =>
  z.object({
    visitOn: date("Enter the date of the visit.")
      .refine(
        (on) => on <= latestAhead(todayAnywhere(now)),
        "Enter a date within the next two years.",
      )
      .transform((on) => on as LocalDate),
    visitTime: blankAsNull(
      z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time such as 09:30."),
    ),
  });

export const CASELOAD_FILTERS = ["all", "plan", "no-plan", "archived"] as const;
export type CaseloadFilter = (typeof CASELOAD_FILTERS)[number];
export const CASELOAD_SORTS = ["name", "last-session"] as const;
export type CaseloadSort = (typeof CASELOAD_SORTS)[number];

/** What the caseload's address holds; anything else falls back to everybody by name. */
export const caseloadInput = z.object({
  filter: z.enum(CASELOAD_FILTERS).catch("all"),
  sort: z.enum(CASELOAD_SORTS).catch("name"),
  therapistId: z.string().refine(isId).nullable().catch(null),
});
export type CaseloadInput = z.output<typeof caseloadInput>;

/** Rows for which the caseload's numbers are computed at a time. */
export const CASELOAD_PAGE = 60;

export const caseloadFactsInput = z.object({
  patientIds: z
    .array(z.string().refine(isId, "Reload the page."), "Reload the page.")
    .max(CASELOAD_PAGE, `Ask for at most ${CASELOAD_PAGE} people at a time.`),
});
