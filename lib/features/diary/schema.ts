import { z } from "zod";
import { addDays, isLocalDate, type LocalDate } from "../../domain/calendar/local-date";
import { DIARY_DAYS } from "../../domain/schedule/diary-grid";
import { OUTCOMES, REPORTERS, SKIP_REASONS } from "../../domain/session/facts";
import { DONE_BOUNDS } from "../../domain/session/log-bounds";
import { amountDone, EXERCISES_MAX, localDay, logId, painRating } from "../sessions/schema";

/** Two sheets of the most times a day; a bound on work. */
const SESSIONS_MAX = 168;
/** Sessions of one day; beyond, it is no diary. */
const DAY_MAX = 100;

/** `?week=` of the page: any day of the week; anything else is none. */
export const diaryWeekAsked = z
  .string()
  .refine(isLocalDate)
  .transform((text) => text as LocalDate)
  .optional()
  .catch(undefined);

const exercise = z
  .object({
    prescribedId: logId,
    outcome: z.enum(OUTCOMES, "Say how it went: done, partly, an easier variant, or skipped."),
    setsDone: amountDone("Sets", DONE_BOUNDS.setsDone),
    repsDone: amountDone("Repetitions", DONE_BOUNDS.repsDone),
    durationSecondsDone: amountDone("Seconds", DONE_BOUNDS.durationSecondsDone),
    skipReason: z.enum(SKIP_REASONS, "This reason is unknown.").nullable(),
  })
  .refine((e) => e.outcome === "skipped" || e.skipReason === null, {
    path: ["skipReason"],
    message: "Only a skipped exercise has a reason for skipping.",
  })
  .refine(
    (e) =>
      e.outcome === "partly" ||
      (e.setsDone === null && e.repsDone === null && e.durationSecondsDone === null),
    { path: ["outcome"], message: "An amount is given only for an exercise done in part." },
  )
  .refine((e) => e.repsDone === null || e.durationSecondsDone === null, {
    path: ["repsDone"],
    message: "Give repetitions or seconds, not both.",
  });

/** What is the same of a session and of a morning. */
const entry = {
  /** Made on the page; the same entry sent twice is one. */
  id: logId,
  /** First row of the correction chain; its own id for a first entry. */
  rootId: logId,
  /** The row that the page showed as the one that counts; null for a first entry. */
  replaces: logId.nullable(),
  localOn: localDay,
  /** True: takes back what `replaces` says. */
  withdrawn: z.boolean("Taken back is yes or no."),
};

const session = z.object({
  ...entry,
  /** Sessions that the page showed on this day. */
  beside: z.int("How many sessions were there?").min(0).max(DAY_MAX),
  /** Somebody said that this is one more than the day has. */
  isExtra: z.boolean("One more is yes or no."),
  painBefore: painRating.nullable(),
  painAfter: painRating.nullable(),
  exercises: z
    .array(exercise, "The exercises are missing.")
    .max(EXERCISES_MAX, `A session holds up to ${EXERCISES_MAX} exercises.`)
    .refine((list) => new Set(list.map((e) => e.prescribedId)).size === list.length, {
      message: "An exercise is named twice.",
    }),
});

const morning = z.object({ ...entry, pain: painRating });

const differs = (list: readonly { id: string; rootId: string }[]) =>
  new Set(list.map(({ id }) => id)).size === list.length;

/** A week as it was typed in. Bounds are those of the domain. */
export const diaryInput = z
  .object({
    /** First day of the week on the page. */
    weekOn: localDay,
    reportedBy: z.enum(REPORTERS, "Say who filled the diary in."),
    sessions: z
      .array(session, "The sessions are missing.")
      .max(SESSIONS_MAX, `A week holds up to ${SESSIONS_MAX} sessions.`),
    mornings: z
      .array(morning, "The mornings are missing.")
      .max(DIARY_DAYS, `A week has ${DIARY_DAYS} mornings.`),
  })
  .superRefine(({ weekOn, sessions, mornings }, ctx) => {
    const check = (kind: "sessions" | "mornings", localOn: LocalDate, i: number) => {
      if (localOn >= weekOn && localOn < addDays(weekOn, DIARY_DAYS)) return;
      const message = "This day is not in the week.";
      ctx.addIssue({ code: "custom", path: [kind, i, "localOn"], message });
    };
    sessions.forEach(({ localOn }, i) => {
      check("sessions", localOn, i);
    });
    mornings.forEach(({ localOn }, i) => {
      check("mornings", localOn, i);
    });
    if (sessions.length + mornings.length === 0)
      ctx.addIssue({ code: "custom", path: ["form"], message: "Nothing was typed in." });
    if (!differs([...sessions, ...mornings]))
      ctx.addIssue({ code: "custom", path: ["form"], message: "An id is used twice." });
  });

export type DiaryInput = z.output<typeof diaryInput>;
export type DiarySessionInput = DiaryInput["sessions"][number];
export type DiaryMorningInput = DiaryInput["mornings"][number];
export type DiaryPayload = z.input<typeof diaryInput>;
