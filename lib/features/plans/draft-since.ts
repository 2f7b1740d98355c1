import { inScope } from "../../../db/client";
import type { ClinicAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import type { SavedDraft } from "./draft-content";
import { readDraft } from "./draft-queries";
import { draftRevisionInput } from "./schema";

/**
 * The draft when it is no longer the one at `revision`; null: it is. For a builder that is open: opening it was
 * audited, looking again is not. Throws `NotFound` for an absent plan and for another clinic's alike.
 */
export async function draftSince(
  access: ClinicAccess<"prescribe">,
  input: unknown,
): Promise<SavedDraft | null> {
  const { planId, revision } = parse(draftRevisionInput, input);
  const { clinicId } = access;
  const draft = await inScope(access.scope, (tx) => readDraft(tx, { clinicId, planId }));
  if (!draft) throw new NotFound();
  return draft.revision === revision ? null : draft;
}
