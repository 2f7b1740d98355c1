import { z } from "zod";
import { LOCALES } from "../../domain/plan/plan-document";
import { MAX_EXERCISES } from "../../domain/plan/validate-plan";
import { characters, NOTE_MAX } from "../plans/bounds";
import { id, keptLine, optionalText, phases } from "../plans/schema";
import { NAME_MAX, SUMMARY_MAX } from "./bounds";

/** Templates of Carryover are called by words, a clinic's own by UUIDs. */
const ID = /^[a-z0-9][a-z0-9-]{0,119}$/;

/** True for what could be a template's id; anything else never reaches the database. */
export function isTemplateId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}

const GONE = "This is no longer here.";
const choice = "Choose one from the list.";
const NAMELESS = "Give the template a name.";

/** Text in one paragraph: composed letters, and nothing that makes it read as another. */
const paragraph = (max: number) =>
  z
    .string("Write text here.")
    // Postgres cannot keep U+0000, and directional overrides make a name read as another.
    .refine((text) => !/[\0\u202a-\u202e\u2066-\u2069]/.test(text), {
      message: "A character in this text cannot be kept.",
    })
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .refine((text) => characters(text) <= max, `Write at most ${max} characters.`);

const name = paragraph(NAME_MAX)
  .refine((text) => text !== "", NAMELESS)
  .refine((text) => text === "" || /[\p{L}\p{N}]/u.test(text), "Write a name with letters.");
const facts = {
  name,
  summary: paragraph(SUMMARY_MAX),
  onlyForAuthor: z.boolean(choice),
};
const templateId = z.string(GONE).refine(isTemplateId, GONE);
const note = optionalText(NOTE_MAX, `Write at most ${NOTE_MAX} characters.`);

/** A template made from a plan: from its draft, or from a published version. */
export const saveAsTemplateInput = z.object({
  ...facts,
  planId: id,
  /** Of the version; null: the draft. */
  number: z
    .number("Choose a version.")
    .int("Choose a version.")
    .min(1, "Choose a version.")
    .nullable(),
  lineIds: z
    .array(id, "Choose at least one exercise.")
    .min(1, "Choose at least one exercise.")
    .max(MAX_EXERCISES, `A template holds at most ${MAX_EXERCISES} exercises.`),
  takesCues: z.boolean(choice),
  takesCautions: z.boolean(choice),
  takesNote: z.boolean(choice),
  takesPhases: z.boolean(choice).default(true),
});

/** Everything of a template that its editor shows, with the revision it was made from. */
export const updateTemplateInput = z.object({
  ...facts,
  templateId,
  revision: z.number("The revision is missing.").int("The revision is missing.").min(1),
  writtenIn: z.enum(LOCALES, choice),
  notes: z.object({ en: note, es: note }, "Write text here."),
  phases: phases.transform((all) => all.map((phase) => ({ ...phase, startsOn: null }))),
  lines: z
    .array(keptLine, "The exercises are missing.")
    .min(1, "Keep at least one exercise, or retire the template.")
    .max(MAX_EXERCISES, `A template holds at most ${MAX_EXERCISES} exercises.`),
});

export const templateKey = z.object({ templateId });
