import { and, asc, eq, or } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { similarNames } from "../../domain/patient/similar-name";
import type { ContactInput } from "./schema";

/** Someone who may be the same person. */
export interface DuplicateCandidate {
  readonly id: string;
  readonly name: string;
  readonly recordNumber: string | null;
  readonly archived: boolean;
  /** Why: the same birth date under a similar name, or the same number or address. */
  readonly reasons: readonly ("person" | "recordNumber" | "email")[];
}

const SHOWN_MAX = 8;

/** People of the clinic, archived ones included, who look like the one to be made. */
export async function findDuplicates(
  tx: Tx,
  clinicId: string,
  wanted: ContactInput,
): Promise<DuplicateCandidate[]> {
  const { email, recordNumber } = wanted;
  const rows = await tx
    .select()
    .from(patient)
    .where(
      and(
        eq(patient.clinicId, clinicId),
        or(
          eq(patient.birthOn, wanted.birthOn),
          recordNumber === null ? undefined : eq(patient.recordNumber, recordNumber),
          email === null ? undefined : eq(patient.email, email),
        ),
      ),
    )
    .orderBy(asc(patient.createdAt), asc(patient.id));
  const fullName = `${wanted.givenName} ${wanted.familyName}`;
  const candidates = rows.map((row): DuplicateCandidate => {
    const name = `${row.givenName} ${row.familyName}`;
    const reasons: DuplicateCandidate["reasons"][number][] = [];
    if (row.birthOn === wanted.birthOn && similarNames(name, fullName)) reasons.push("person");
    if (recordNumber !== null && row.recordNumber === recordNumber) reasons.push("recordNumber");
    if (email !== null && row.email === email) reasons.push("email");
    const archived = row.archivedAt !== null;
    return { id: row.id, name, recordNumber: row.recordNumber, archived, reasons };
  });
  return candidates.filter(({ reasons }) => reasons.length > 0).slice(0, SHOWN_MAX);
}
