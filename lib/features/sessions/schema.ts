import { z } from "zod";
import { isLocalDate, isTimeZone, type LocalDate } from "../../domain/calendar/local-date";
import {
  EFFORTS,
  OUTCOMES,
  PAIN_MAX,
  PAIN_MIN,
  type PainNrs,
  SKIP_REASONS,
} from "../../domain/session/facts";
import { DONE_BOUNDS, NOTE_MAX } from "../../domain/session/log-bounds";

export const SYNC_BODY_MAX_BYTES = 256 * 1024;
export const SYNC_ITEMS_MAX = 50;
/** More exercises than any plan holds; a bound on work, not a clinical one. */
export const EXERCISES_MAX = 60;

/** An id made on a device. */
export const logId = z
  .string("An id is missing.")
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "This is not an id.");

const instant = z.iso
  .datetime({ offset: true, error: "This is not a date with a time." })
  .transform((text) => new Date(text));

const zonesSeen = new Set<string>();

/** Making a formatter to look a zone up is slow; there are some hundred zones. */
function isKnownZone(zone: string): boolean {
  if (zonesSeen.has(zone)) return true;
  const known = isTimeZone(zone);
  if (known && zonesSeen.size < 1000) zonesSeen.add(zone);
  return known;
}

const zone = z
  .string("The time zone is missing.")
  .refine(isKnownZone, "This time zone is unknown.");

/** A calendar date. */
export const localDay = z
  .string("This is not a calendar date.")
  .refine(isLocalDate, "This is not a calendar date.")
  .transform((text) => text as LocalDate);

/** A numeric pain rating. */
export const painRating = z
  .int(`Pain is a whole number from ${PAIN_MIN} to ${PAIN_MAX}.`)
  .min(PAIN_MIN, `Pain is a whole number from ${PAIN_MIN} to ${PAIN_MAX}.`)
  .max(PAIN_MAX, `Pain is a whole number from ${PAIN_MIN} to ${PAIN_MAX}.`)
  .transform((value) => value as PainNrs);

/** How much was done, or null. */
export function amountDone(what: string, { min, max }: { min: number; max: number }) {
  const sentence = `${what}: a whole number from ${min} to ${max}.`;
  return z.int(sentence).min(min, sentence).max(max, sentence).nullable();
}

// A lone surrogate or a NUL cannot be stored, and a retry must read back as the same text.
const note = z
  .string("The note is not text.")
  .max(NOTE_MAX, `A note holds up to ${NOTE_MAX} characters.`)
  .transform((text) => text.toWellFormed().replaceAll("\u0000", "").trim() || null)
  .nullable();

const exercise = z
  .object({
    prescribedId: logId,
    outcome: z.enum(OUTCOMES, "Say how it went: done, partly, an easier variant, or skipped."),
    setsDone: amountDone("Sets", DONE_BOUNDS.setsDone),
    repsDone: amountDone("Repetitions", DONE_BOUNDS.repsDone),
    holdSecondsDone: amountDone("Seconds held", DONE_BOUNDS.holdSecondsDone),
    durationSecondsDone: amountDone("Seconds", DONE_BOUNDS.durationSecondsDone),
    painWorst: painRating.nullable(),
    effort: z.enum(EFFORTS, "This effort is unknown.").nullable(),
    skipReason: z.enum(SKIP_REASONS, "This reason is unknown.").nullable(),
  })
  .refine((e) => e.outcome === "skipped" || e.skipReason === null, {
    path: ["skipReason"],
    message: "Only a skipped exercise has a reason for skipping.",
  })
  .refine(
    (e) =>
      e.outcome !== "skipped" ||
      [e.setsDone, e.repsDone, e.holdSecondsDone, e.durationSecondsDone].every((n) => n === null),
    { path: ["outcome"], message: "A skipped exercise has no amounts." },
  );

const typed = {
  id: logId,
  /** First row of the correction chain; its own id for a first log. */
  rootId: logId,
  /** When it was done, by the device's clock. */
  occurredAt: instant,
  /** When it was typed, by the device's clock. */
  typedAt: instant,
  /** The device's IANA zone. */
  zone,
  /** A day chosen by the patient (filled in afterwards); null: the day of `occurredAt`. */
  localOn: localDay.nullable(),
};

const session = z.object({
  kind: z.literal("session"),
  ...typed,
  versionId: logId,
  painBefore: painRating.nullable(),
  painAfter: painRating.nullable(),
  stoppedForPain: z.boolean("Stopped for pain is yes or no."),
  withdrawn: z.boolean("Taken back is yes or no."),
  note,
  exercises: z
    .array(exercise, "The exercises are missing.")
    .max(EXERCISES_MAX, `A session holds up to ${EXERCISES_MAX} exercises.`)
    .refine((list) => new Set(list.map((e) => e.prescribedId)).size === list.length, {
      message: "An exercise is named twice.",
    }),
});

const morning = z.object({ kind: z.literal("morning"), ...typed, pain: painRating });

/** One thing a phone hands in. Bounds are those of the domain. */
export const syncItem = z.discriminatedUnion("kind", [session, morning], {
  error: "This kind of entry is unknown.",
});

/** The envelope; items are parsed one by one, so that a bad one does not hold up the others. */
export const syncBatchInput = z.object({
  /** Whose outbox this is: entries of one patient never go out under another's sign-in. */
  patientId: logId,
  /** The device's clock when it sends, from which its skew is measured. */
  deviceNow: instant,
  items: z
    .array(z.unknown(), "The entries are missing.")
    .max(SYNC_ITEMS_MAX, `Send at most ${SYNC_ITEMS_MAX} entries at a time.`),
});

export type SyncItem = z.output<typeof syncItem>;
export type SessionItem = z.output<typeof session>;
export type SessionItemInput = z.input<typeof session>;
export type MorningItem = z.output<typeof morning>;
export type MorningItemInput = z.input<typeof morning>;
