import { and, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { template } from "../../../db/schema/template";
import type { ClinicAccess } from "../../auth/access";
import { may } from "../../auth/policy";
import { NotFound } from "../../errors/app-error";
import { keptLineOf } from "./kept-line";
import { readAnyTemplate, type TemplateCard, type TemplateDetail } from "./queries";
import type { OwnTemplate, TemplateOwner } from "./write-template";

/**
 * Whether this member of staff may change the template: the clinic's, by those who may edit the library; one
 * that only its author sees is shown to nobody else, the owner included.
 */
export function mayChange(
  { role }: Pick<ClinicAccess, "role">,
  { origin }: Pick<TemplateCard, "origin">,
): boolean {
  return origin !== "ready" && may(role, "edit-library");
}

/** What a clinic decides about a template, from what is known of it. */
export function ownTemplateOf(found: TemplateDetail): OwnTemplate {
  return {
    onlyForAuthor: found.origin === "mine",
    name: found.name,
    summary: found.summary,
    notes: { en: found.texts.en?.note || null, es: found.texts.es?.note || null },
    writtenIn: found.writtenIn ?? "en",
    phases: found.phases,
    lines: found.lines.map(keptLineOf),
  };
}

/** A template of the clinic whose row this transaction holds. */
export interface LockedTemplate {
  readonly owner: TemplateOwner;
  readonly found: TemplateDetail;
}

/**
 * Takes the lock of a template of the clinic. Throws `NotFound` for an absent one, a ready one, a colleague's
 * own and another clinic's alike.
 */
export async function lockOwnTemplate(
  tx: Tx,
  { clinicId }: ClinicAccess<"edit-library">,
  id: string,
): Promise<LockedTemplate> {
  const [row] = await tx
    .select({ createdBy: template.createdBy })
    .from(template)
    .where(and(eq(template.clinicId, clinicId), eq(template.id, id)))
    .for("no key update");
  if (!row?.createdBy) throw new NotFound();
  const found = await readAnyTemplate(tx, id);
  if (!found) throw new NotFound();
  return { owner: { id, clinicId, createdBy: row.createdBy }, found };
}
