import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { exercise } from "../../../db/schema/library";
import {
  template,
  templateExercise,
  templatePhase,
  templateText,
} from "../../../db/schema/template";
import { PLAIN_LINE } from "../../domain/plan/line";
import type { Phase } from "../../domain/plan/phase";
import { LOCALES, type Locale } from "../../domain/plan/plan-document";
import { rowsOfLines, rowsOfPhases } from "../plans/draft-rows";
import type { KeptLine } from "./line-queries";

/** What a clinic decides about a template. Lines stand in order. */
export interface OwnTemplate {
  readonly onlyForAuthor: boolean;
  readonly name: string;
  /** For the therapist: for whom, what for. */
  readonly summary: string;
  /** For the patient, by language. */
  readonly notes: Readonly<Record<Locale, string | null>>;
  readonly writtenIn: Locale;
  /** In order, without days. */
  readonly phases: readonly Phase[];
  readonly lines: readonly KeptLine[];
}

/** Whose it is and where it comes from; never changes. */
export interface TemplateOwner {
  readonly id: string;
  readonly clinicId: string;
  readonly createdBy: string;
}

interface Kept {
  /** Ids of the conditions it is meant for. */
  readonly conditions: readonly string[];
  readonly sources: readonly string[];
  readonly basis: string;
}

/** Name and summary are a therapist's, in whatever language; the other language has a row when it has a note. */
function textRows({ id, clinicId }: TemplateOwner, { name, summary, notes }: OwnTemplate) {
  return LOCALES.filter((locale) => locale === "en" || notes[locale] !== null).map((locale) => ({
    id,
    locale,
    clinicId,
    name,
    summary,
    note: notes[locale] ?? "",
  }));
}

/** A line whose phase is not there is in all of them. */
function lineRows({ id, clinicId }: TemplateOwner, { lines, phases }: OwnTemplate, now: Date) {
  const known = new Set(phases.map(({ phaseId }) => phaseId));
  const made = lines.map((line) => ({
    ...PLAIN_LINE,
    ...line,
    phaseId: known.has(line.phaseId ?? "") ? line.phaseId : null,
    ladder: line.ladder.map((step) => ({ ...step, stepId: newId(now.getTime()) })),
    lineId: newId(now.getTime()),
  }));
  return rowsOfLines(made).map(({ startsOn: _, endsOn: __, ...row }) => ({
    templateId: id,
    clinicId,
    ...row,
  }));
}

async function insertParts(tx: Tx, owner: TemplateOwner, own: OwnTemplate, now: Date) {
  const { id: templateId, clinicId } = owner;
  await tx.insert(templateText).values(textRows(owner, own));
  await tx.insert(templateExercise).values(lineRows(owner, own, now));
  const phases = rowsOfPhases(own.phases).map(({ startsOn: _, ...row }) => ({
    templateId,
    clinicId,
    ...row,
  }));
  if (phases.length > 0) await tx.insert(templatePhase).values(phases);
}

/** The regions that the exercises are for, those of most exercises first. */
async function regionsOf(tx: Tx, lines: readonly KeptLine[]): Promise<string[]> {
  const rows = await tx
    .select({ slug: exercise.slug, regions: exercise.regions })
    .from(exercise)
    .where(inArray(exercise.slug, [...new Set(lines.map(({ slug }) => slug))]));
  const counts = new Map<string, number>();
  for (const { slug } of lines)
    for (const region of (rows.find((row) => row.slug === slug)?.regions ?? []).slice(0, 1))
      counts.set(region, (counts.get(region) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([region]) => region);
}

async function headColumns(tx: Tx, { createdBy }: TemplateOwner, own: OwnTemplate, now: Date) {
  return {
    onlyFor: own.onlyForAuthor ? createdBy : null,
    regions: await regionsOf(tx, own.lines),
    writtenIn: own.writtenIn,
    updatedAt: now,
  };
}

/** Adds a template to the clinic of the running transaction. The caller has checked it and writes the audit row. */
export async function insertOwnTemplate(
  tx: Tx,
  owner: TemplateOwner,
  own: OwnTemplate,
  { conditions, sources, basis }: Kept,
  now: Date,
): Promise<void> {
  const head = await headColumns(tx, owner, own, now);
  await tx.insert(template).values({
    ...owner,
    ...head,
    conditions: [...conditions],
    sources: [...sources],
    basis,
    reviewState: "clinic",
    position: 0,
    createdAt: now,
  });
  await insertParts(tx, owner, own, now);
}

/** Replaces what a clinic decides about a template whose lock the caller holds. */
export async function replaceOwnTemplate(
  tx: Tx,
  owner: TemplateOwner,
  own: OwnTemplate,
  revision: number,
  now: Date,
): Promise<void> {
  const { id, clinicId } = owner;
  const head = await headColumns(tx, owner, own, now);
  await Promise.all([
    tx
      .delete(templateText)
      .where(and(eq(templateText.clinicId, clinicId), eq(templateText.id, id))),
    tx
      .delete(templateExercise)
      .where(and(eq(templateExercise.clinicId, clinicId), eq(templateExercise.templateId, id))),
    tx
      .delete(templatePhase)
      .where(and(eq(templatePhase.clinicId, clinicId), eq(templatePhase.templateId, id))),
  ]);
  await insertParts(tx, owner, own, now);
  await tx
    .update(template)
    .set({ ...head, revision })
    .where(and(eq(template.clinicId, clinicId), eq(template.id, id)));
}
