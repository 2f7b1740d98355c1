import { and, desc, eq, inArray } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { planVersion } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { recordText } from "../../i18n/record-text";
import { planDocumentsInAll } from "./document-queries";
import { marksOfDocuments } from "./frozen-content";
import { recordTextInput } from "./schema";
import { changesBetween } from "./version-changes";

/**
 * A published version of this patient's plan as text for the medical record, with what it changed. Audited
 * as a look at the version. Throws `Invalid`, and `NotFound` for anyone else's plan and a number never published.
 */
export async function versionRecordText(
  access: RecordAccess<"view-record">,
  input: unknown,
): Promise<string> {
  const { planId, number, locale } = parse(recordTextInput, input);
  const { clinicId, patientId } = access;
  return inScope(access.scope, async (tx) => {
    const versions = await tx
      .select({ id: planVersion.id, number: planVersion.number })
      .from(planVersion)
      .where(
        and(
          eq(planVersion.clinicId, clinicId),
          eq(planVersion.patientId, patientId),
          eq(planVersion.planId, planId),
          inArray(planVersion.number, [number, number - 1]),
        ),
      )
      .orderBy(desc(planVersion.number));
    const wanted = versions[0];
    if (wanted?.number !== number) throw new NotFound();
    const [documents] = await Promise.all([
      planDocumentsInAll(tx, {
        clinicId,
        versionIds: versions.map(({ id }) => id),
        origin: "",
        logo: false,
      }),
      recordAudit(tx, access, {
        action: "plan.view",
        subjectKind: "plan_version",
        subjectId: wanted.id,
        patientId,
      }),
    ]);
    const [after, before] = documents[locale];
    if (!after) throw new NotFound();
    const marks = new Map(
      documents.en.map((en, i) => [
        en.versionNumber,
        marksOfDocuments({ en, es: documents.es[i] ?? en }),
      ]),
    );
    return recordText(after, before ? changesBetween(before, after, marks) : []);
  });
}
