import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { NAME_MAX } from "./bounds";
import { ownTemplateOf } from "./own-template";
import { readTemplate } from "./queries";
import { templateKey } from "./schema";
import { insertOwnTemplate } from "./write-template";

const MARK = " (copy)";

/** The name of a copy, cut to what a name may hold. */
export function nameOfCopy(name: string): string {
  const letters = Array.from(name);
  const room = NAME_MAX - MARK.length;
  return `${letters.length > room ? letters.slice(0, room).join("").trimEnd() : name}${MARK}`;
}

/**
 * Copies a template that this member of staff sees, ready ones included, into one that is theirs alone. Throws
 * `NotFound`, for a retired one too.
 */
export async function duplicateTemplate(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<{ readonly templateId: string }> {
  const { templateId } = parse(templateKey, input);
  const { clinicId, userId: createdBy } = access;
  const id = newId(now.getTime());
  return inScope(access.scope, async (tx) => {
    const source = await readTemplate(tx, templateId);
    if (!source) throw new NotFound();
    const own = { ...ownTemplateOf(source), name: nameOfCopy(source.name), onlyForAuthor: true };
    const { sources, basis } = source;
    const conditions = source.conditions.map((condition) => condition.id);
    const kept = { conditions, sources, basis };
    await insertOwnTemplate(tx, { id, clinicId, createdBy }, own, kept, now);
    await recordAudit(tx, access, {
      action: "template.duplicate",
      subjectKind: "template",
      subjectId: id,
    });
    return { templateId: id };
  });
}
