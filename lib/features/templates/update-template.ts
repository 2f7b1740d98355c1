import { isDeepStrictEqual } from "node:util";
import { inArray } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exercise } from "../../../db/schema/library";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { Conflict, Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { slugsOfLines } from "../plans/draft-content";
import type { KeptLine } from "./line-queries";
import { lockOwnTemplate, ownTemplateOf } from "./own-template";
import { updateTemplateInput } from "./schema";
import { type OwnTemplate, replaceOwnTemplate } from "./write-template";

/** What an update answers: the revision that the next one must name. */
export interface TemplateSaved {
  readonly revision: number;
}

/** The ids of variants are made anew with each save, and say nothing. */
const told = (own: OwnTemplate) => ({
  ...own,
  lines: own.lines.map((line) => ({
    ...line,
    ladder: line.ladder.map(({ stepId: _, ...step }) => step),
  })),
});

const changedFields = (was: OwnTemplate, is: OwnTemplate) => {
  const [before, after] = [told(was), told(is)];
  return (Object.keys(after) as (keyof OwnTemplate)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
};

/** What is in the template already may stay, retired or not; what is new has to be in the library. */
async function refuseUnknown(tx: Tx, lines: readonly KeptLine[], before: OwnTemplate) {
  const already = new Set(slugsOfLines(before.lines));
  const added = [...new Set(slugsOfLines(lines))].filter((slug) => !already.has(slug));
  if (added.length === 0) return;
  const known = await tx
    .select({ slug: exercise.slug })
    .from(exercise)
    .where(inArray(exercise.slug, added));
  const fieldErrors: Record<string, string> = {};
  const isUnknown = (slug: string) =>
    added.includes(slug) && !known.some((one) => one.slug === slug);
  lines.forEach(({ slug, ladder }, i) => {
    if (isUnknown(slug) || ladder.some((step) => isUnknown(step.slug)))
      fieldErrors[`lines.${i}.slug`] = "This exercise is not in the library.";
  });
  if (Object.keys(fieldErrors).length > 0) throw new Invalid(fieldErrors);
}

/**
 * Saves a template of the clinic, made from `revision`. Plans that were made with it keep what they have. Who
 * sees it is its author's to say. Throws `Invalid` by field, `NotFound`, and `Conflict` with what stands now
 * (`TemplateDetail`) when somebody saved or retired it in between: nothing is overwritten.
 */
export async function updateTemplate(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<TemplateSaved> {
  const { templateId, revision, ...fields } = parse(updateTemplateInput, input);
  return inScope(access.scope, async (tx) => {
    const { owner, found } = await lockOwnTemplate(tx, access, templateId);
    if (found.isRetired)
      throw new Conflict("This template is retired. Bring it back first; nothing was saved.");
    if (found.revision !== revision)
      throw new Conflict("Somebody else has saved this template since you opened it.", found);
    const before = ownTemplateOf(found);
    const isAuthor = owner.createdBy === access.userId;
    const onlyForAuthor = isAuthor ? fields.onlyForAuthor : before.onlyForAuthor;
    const own: OwnTemplate = { ...fields, onlyForAuthor };
    await refuseUnknown(tx, own.lines, before);
    const changed = changedFields(before, own);
    if (changed.length === 0) return { revision };
    await replaceOwnTemplate(tx, owner, own, revision + 1, now);
    await recordAudit(tx, access, {
      action: "template.update",
      subjectKind: "template",
      subjectId: templateId,
      fields: changed,
    });
    return { revision: revision + 1 };
  });
}
