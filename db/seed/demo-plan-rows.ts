import { createHash } from "node:crypto";
import { addDays } from "../../lib/domain/calendar/local-date";
import { DEFAULT_PAIN_RULE } from "../../lib/domain/pain/pain-rule";
import { PLAIN_LINE } from "../../lib/domain/plan/line";
import {
  NO_ENTRY,
  type Phase,
  type PhaseBegun,
  phaseSpans,
  windowsOfLine,
} from "../../lib/domain/plan/phase";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import type { AdviceItem } from "../../lib/features/advice/queries";
import type { ContentLine } from "../../lib/features/plans/draft-content";
import { rowsOfLines, rowsOfPhases } from "../../lib/features/plans/draft-rows";
import type { exerciseText } from "../schema/library";
import { demoId } from "./demo-random";
import { noteAudit, type Subject, staffId } from "./demo-rows";
import type { DemoVersionFact } from "./demo-sessions";
import type { DemoLine, DemoPhase, DemoPlan, DemoVersion } from "./demo-shapes";

/** Texts of the library, each with the picture of its exercise. */
export type LibraryTexts = readonly (typeof exerciseText.$inferSelect & {
  readonly figureId: string | null;
})[];

/** What the demo plans take from the library. */
export interface DemoLibrary {
  readonly texts: LibraryTexts;
  readonly advice: readonly AdviceItem[];
}

/** What the logs of a plan need to know of it. */
export interface MadePlan {
  readonly planId: string;
  readonly versions: readonly DemoVersionFact[];
  readonly span: {
    readonly startedOn: DemoVersionFact["startsOn"];
    readonly endedOn: DemoVersionFact["startsOn"] | null;
    readonly pauses: readonly {
      readonly startsOn: DemoVersionFact["startsOn"];
      readonly endsOn: DemoVersionFact["startsOn"] | null;
    }[];
  } | null;
}

const MINUTES_TO_WRITE = 20 * 60_000;

const SINCE = new Date("2025-01-06T09:00:00Z");
const lineIdOf = (planId: string, key: string) => demoId(`line ${planId} ${key}`, SINCE);
const phaseIdOf = (planId: string, key: string) => demoId(`phase ${planId} ${key}`, SINCE);

/** A line as a draft would hold it. */
function contentLine(planId: string, line: DemoLine, days: Subject["days"]): ContentLine {
  const { key, slug, dosage, phase, until, mustDo, painLimits, ladder = [] } = line;
  return {
    ...PLAIN_LINE,
    lineId: lineIdOf(planId, key),
    slug,
    dosage,
    cue: line.cue ?? null,
    caution: line.caution ?? null,
    phaseId: phase === undefined ? null : phaseIdOf(planId, phase),
    endsOn: until === undefined ? null : days.on(until),
    mustDo: mustDo ?? false,
    painLimits: painLimits ?? null,
    ladder: ladder.map((step) => ({
      ...step,
      stepId: lineIdOf(planId, `${key} ${step.direction} ${step.slug}`),
    })),
  };
}

const phasesOf = (planId: string, phases: readonly DemoPhase[] = []): Phase[] =>
  phases.map(({ key, name, aim, entry }) => ({
    phaseId: phaseIdOf(planId, key),
    name,
    aim,
    startsOn: null,
    entry: { ...NO_ENTRY, ...entry },
  }));

const begunOf = ({ days }: Subject, planId: string, { begun = [] }: DemoPlan): PhaseBegun[] =>
  begun.map(([key, daysAgo]) => ({ phaseId: phaseIdOf(planId, key), begunOn: days.on(daysAgo) }));

/** What every new plan starts with, and what this one has beyond. Throws for an id that the library lacks. */
function adviceOf(advice: DemoLibrary["advice"], more: readonly string[] = []): AdviceItem[] {
  const found = more.map((id) => {
    const item = advice.find((one) => one.id === id);
    if (!item) throw new Error(`demo: no advice ${id}`);
    return item;
  });
  return [...advice.filter(({ isDefault }) => isDefault), ...found];
}

interface PlanOfVersion {
  readonly planId: string;
  readonly title: string;
  readonly library: DemoLibrary;
  readonly begun: readonly PhaseBegun[];
}

/** The version's words and exercises, with the library's texts as they are on this day in both languages. */
function addVersion(
  { clinic, person, patientId, days, rows }: Subject,
  { planId, title, library, begun }: PlanOfVersion,
  version: DemoVersion,
  number: number,
): DemoVersionFact {
  const publishedAt = days.at(version.daysAgo, version.at);
  const startsOn = addDays(days.on(version.daysAgo), number === 1 ? 0 : 1);
  const versionId = demoId(`version ${planId} ${number}`, publishedAt);
  const therapist = clinic.staff.find(({ key }) => key === person.therapist)!;
  rows.planVersion.push({
    clinicId: clinic.id,
    id: versionId,
    planId,
    patientId,
    number,
    title,
    note: version.note ?? null,
    ...DEFAULT_PAIN_RULE,
    ...version.rule,
    startsOn,
    therapistName: therapist.name,
    publishedBy: staffId(therapist.key),
    publishedAt,
  });
  for (const [position, { id, kind, words }] of adviceOf(
    library.advice,
    version.advice,
  ).entries()) {
    const item = { clinicId: clinic.id, versionId, patientId, adviceId: id, position, kind };
    for (const locale of LOCALES) rows.versionAdvice.push({ ...item, locale, ...words[locale] });
  }
  const phases = phasesOf(planId, version.phases);
  const spans = phaseSpans(phases, begun);
  rows.versionPhase.push(
    ...rowsOfPhases(phases).map((row) => ({ clinicId: clinic.id, versionId, patientId, ...row })),
  );
  const contents = version.lines.map((line) => contentLine(planId, line, days));
  const keyOf = new Map(version.lines.map(({ key }) => [lineIdOf(planId, key), key]));
  const prescribedIdOf = (lineId: string) =>
    demoId(`prescribed ${versionId} ${keyOf.get(lineId) ?? lineId}`, publishedAt);
  for (const row of rowsOfLines(contents)) {
    const id = prescribedIdOf(row.lineId);
    const own = library.texts.filter(({ slug }) => slug === row.slug);
    const figureId = own[0]?.figureId ?? null;
    const keys = { clinicId: clinic.id, id, versionId, patientId };
    rows.prescribedExercise.push({ ...keys, ...row, figureId });
    for (const text of own) {
      const { slug: _, aliases: __, clinicId: ___, figureId: ____, ...words } = text;
      rows.prescribedExerciseText.push({
        clinicId: clinic.id,
        prescribedId: id,
        patientId,
        ...words,
      });
    }
  }
  return {
    versionId,
    number,
    startsOn,
    publishedAt,
    exercises: contents.map((line) => ({
      prescribedId: prescribedIdOf(line.lineId),
      lineId: line.lineId,
      dosage: line.dosage,
      windows: windowsOfLine(line, spans, null) ?? undefined,
    })),
    keys: keyOf,
  };
}

function addDraft(
  subject: Subject,
  planId: string,
  plan: DemoPlan,
  { advice }: DemoLibrary,
  createdAt: Date,
): void {
  const { clinic, person, days, rows } = subject;
  const last = plan.versions.at(-1);
  const content = plan.draft ?? last ?? { lines: [] };
  const revision = 3 + 4 * plan.versions.length + (plan.draft ? 2 : 0);
  rows.planDraft.push({
    clinicId: clinic.id,
    planId,
    revision,
    note: content.note ?? null,
    ...DEFAULT_PAIN_RULE,
    ...last?.rule,
    basedOn: plan.versions.length,
    updatedBy: staffId(person.therapist),
    updatedAt: plan.draft ? days.at(1, "17:40") : last ? days.at(last.daysAgo, last.at) : createdAt,
  });
  rows.draftAdvice.push(
    ...adviceOf(advice, last?.advice).map(({ id: adviceId }, position) => ({
      clinicId: clinic.id,
      planId,
      adviceId,
      position,
    })),
  );
  rows.draftExercise.push(
    ...rowsOfLines(content.lines.map((line) => contentLine(planId, line, days))).map((row) => ({
      clinicId: clinic.id,
      planId,
      ...row,
    })),
  );
  rows.draftPhase.push(
    ...rowsOfPhases(phasesOf(planId, last?.phases)).map((row) => ({
      clinicId: clinic.id,
      planId,
      ...row,
    })),
  );
}

function addOverrides(subject: Subject, planId: string, plan: DemoPlan): void {
  const { clinic, person, days, rows } = subject;
  const by = staffId(person.therapist);
  for (const { line, condition, trait, reason } of plan.overrides ?? []) {
    const version = plan.versions.find(({ lines }) => lines.some(({ key }) => key === line))!;
    const at = new Date(days.at(version.daysAgo, version.at).getTime() - MINUTES_TO_WRITE / 4);
    const id = demoId(`override ${planId} ${line} ${trait}`, at);
    rows.precautionOverride.push({
      clinicId: clinic.id,
      id,
      planId,
      lineId: lineIdOf(planId, line),
      conditionId: condition,
      trait,
      reason,
      createdBy: by,
      createdAt: at,
    });
    noteAudit(subject, at, "plan.override-precaution", {
      kind: "precaution_override",
      id,
      by,
      fields: ["reason"],
    });
  }
}

function addPauses(subject: Subject, planId: string, plan: DemoPlan) {
  const { clinic, person, patientId, days, rows } = subject;
  const by = staffId(person.therapist);
  return (plan.pauses ?? []).map(({ from, until, reason }) => {
    const createdAt = days.at(from, "08:40");
    const dates = { startsOn: days.on(from), endsOn: until === null ? null : days.on(until) };
    const id = demoId(`pause ${planId} ${from}`, createdAt);
    rows.planPause.push({
      clinicId: clinic.id,
      id,
      planId,
      patientId,
      ...dates,
      reason,
      createdBy: by,
      createdAt,
    });
    noteAudit(subject, createdAt, "plan.pause", {
      kind: "plan",
      id: planId,
      by,
      fields: ["startsOn", "endsOn"],
    });
    return dates;
  });
}

function addBegun(subject: Subject, planId: string, plan: DemoPlan): PhaseBegun[] {
  const { clinic, person, patientId, days, rows } = subject;
  const by = staffId(person.therapist);
  for (const [key, daysAgo] of plan.begun ?? []) {
    const createdAt = days.at(daysAgo, "17:10");
    rows.phaseBegun.push({
      clinicId: clinic.id,
      id: demoId(`begun ${planId} ${key}`, createdAt),
      planId,
      patientId,
      phaseId: phaseIdOf(planId, key),
      begunOn: days.on(daysAgo),
      begunBy: by,
      createdAt,
    });
    noteAudit(subject, createdAt, "plan.begin-phase", { kind: "plan", id: planId, by });
  }
  return begunOf(subject, planId, plan);
}

/** A plan with its episode, versions, phases, draft, overrides and pauses. */
export function addPlan(subject: Subject, plan: DemoPlan, library: DemoLibrary): MadePlan {
  const { clinic, person, patientId, days, rows } = subject;
  const by = staffId(person.therapist);
  const first = plan.versions[0];
  const createdAt = first
    ? new Date(days.at(first.daysAgo, first.at).getTime() - MINUTES_TO_WRITE)
    : days.at(plan.created, "18:20");
  const planId = demoId(`plan ${patientId}`, createdAt);
  const episodeId = demoId(`episode ${patientId}`, createdAt);
  const own = { clinicId: clinic.id, patientId, createdBy: by, createdAt };
  const endedOn = plan.ended === undefined ? null : days.on(plan.ended);
  const startedOn = first ? days.on(first.daysAgo) : null;
  rows.episode.push({
    ...own,
    id: episodeId,
    title: plan.episode,
    startedOn: days.on(plan.created),
  });
  rows.plan.push({
    ...own,
    id: planId,
    episodeId,
    title: plan.title,
    qrToken: createHash("sha256").update(planId).digest("base64url").slice(0, 22),
    latestVersion: plan.versions.length,
    startedOn,
    endedOn,
  });
  noteAudit(subject, createdAt, "plan.create", { kind: "plan", id: planId, by });
  addDraft(subject, planId, plan, library, createdAt);
  addOverrides(subject, planId, plan);
  const begun = addBegun(subject, planId, plan);
  const versions = plan.versions.map((version, i) =>
    addVersion(subject, { planId, title: plan.title, library, begun }, version, i + 1),
  );
  for (const { versionId, publishedAt } of versions)
    noteAudit(subject, publishedAt, "plan.publish", { kind: "plan_version", id: versionId, by });
  const pauses = addPauses(subject, planId, plan);
  if (plan.ended !== undefined)
    noteAudit(subject, days.at(plan.ended, "11:40"), "plan.end", {
      kind: "plan",
      id: planId,
      by,
      fields: ["endedOn"],
    });
  return { planId, versions, span: startedOn ? { startedOn, endedOn, pauses } : null };
}
