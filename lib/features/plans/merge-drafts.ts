import { checkDosage } from "../../domain/dosage/validate-dosage";
import { checkPainRule } from "../../domain/pain/pain-rule";
import type { Phase } from "../../domain/plan/phase";
import type { PainRule } from "../../domain/plan/plan-document";
import type { ContentLine, DraftContent } from "./draft-content";

/** What two people may change apart from each other. Amounts that depend on each other are one part. */
const LINE_PARTS = {
  slug: (line: ContentLine) => line.slug,
  sets: ({ dosage }: ContentLine) => dosage.sets,
  amount: ({ dosage: { reps, holdSeconds, durationSeconds } }: ContentLine) => ({
    reps,
    holdSeconds,
    durationSeconds,
  }),
  restSeconds: ({ dosage }: ContentLine) => dosage.restSeconds,
  load: ({ dosage: { loadGrams, band } }: ContentLine) => ({ loadGrams, band }),
  tempo: ({ dosage }: ContentLine) => dosage.tempo,
  side: ({ dosage }: ContentLine) => dosage.side,
  frequency: ({ dosage }: ContentLine) => dosage.frequency,
  cue: (line: ContentLine) => line.cue,
  caution: (line: ContentLine) => line.caution,
  phaseId: (line: ContentLine) => line.phaseId,
  days: ({ startsOn, endsOn }: ContentLine) => ({ startsOn, endsOn }),
  mustDo: (line: ContentLine) => line.mustDo,
  painLimits: (line: ContentLine) => line.painLimits,
  ladder: (line: ContentLine) => line.ladder,
} as const;
export type LinePart = keyof typeof LINE_PARTS;
const IN_DOSAGE: readonly LinePart[] = ["sets", "restSeconds", "tempo", "side", "frequency"];

const PLAN_PARTS = {
  note: ({ note }: DraftContent) => note,
  limits: ({ painRule: { greenMax, amberMax, settledMax } }: DraftContent) => ({
    greenMax,
    amberMax,
    settledMax,
  }),
  greenText: ({ painRule }: DraftContent) => painRule.greenText,
  amberText: ({ painRule }: DraftContent) => painRule.amberText,
  redText: ({ painRule }: DraftContent) => painRule.redText,
  advice: ({ advice }: DraftContent) => advice,
  planDays: ({ wantedStartOn, endsOn }: DraftContent) => ({ wantedStartOn, endsOn }),
} as const;
export type PlanPart = keyof typeof PLAN_PARTS;

/** The same thing changed by both in unlike ways. `presence`: one changed what the other took out. */
export type DraftClash =
  | { readonly of: "line"; readonly id: string; readonly part: LinePart | "presence" }
  | { readonly of: "phase"; readonly id: string; readonly part: "phase" | "presence" }
  | { readonly of: "plan"; readonly part: PlanPart | "order" | "phaseOrder" };

export interface MergedDraft {
  /** Both people's changes; where they clash, mine. */
  readonly content: DraftContent;
  readonly clashes: readonly DraftClash[];
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** What becomes of one part: theirs where only they changed it. */
function settle<T>(base: T, mine: T, theirs: T): { value: T; clash: boolean } {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clash: false };
  return same(base, mine) ? { value: theirs, clash: false } : { value: mine, clash: true };
}

/** The line with one part from another. */
export function withLinePart(line: ContentLine, part: LinePart, from: ContentLine): ContentLine {
  if (part === "days") return { ...line, startsOn: from.startsOn, endsOn: from.endsOn };
  const value = LINE_PARTS[part](from);
  if (IN_DOSAGE.includes(part)) return { ...line, dosage: { ...line.dosage, [part]: value } };
  if (part === "amount" || part === "load")
    return { ...line, dosage: { ...line.dosage, ...(value as object) } };
  return { ...line, [part]: value };
}

function mergeLine(base: ContentLine, mine: ContentLine, theirs: ContentLine) {
  let line = mine;
  const clashes: LinePart[] = [];
  for (const part of Object.keys(LINE_PARTS) as LinePart[]) {
    const of = LINE_PARTS[part];
    const { value, clash } = settle<unknown>(of(base), of(mine), of(theirs));
    if (clash) clashes.push(part);
    else if (!same(value, of(line))) line = withLinePart(line, part, theirs);
  }
  // Two changes that are each fine may not go together.
  if (checkDosage(line.dosage).length > 0 && checkDosage(mine.dosage).length === 0)
    return { line: { ...line, dosage: mine.dosage }, clashes: [...clashes, "amount" as const] };
  return { line, clashes };
}

/** Which of some things are there after both have added and taken out; what clashes stays. */
function present<T>(
  id: string,
  [base, mine, theirs]: readonly [
    ReadonlyMap<string, T>,
    ReadonlyMap<string, T>,
    ReadonlyMap<string, T>,
  ],
): { stays: boolean; clash: boolean } {
  const [was, here, there] = [base.get(id), mine.get(id), theirs.get(id)];
  if (here !== undefined && there !== undefined) return { stays: true, clash: false };
  if (was === undefined) return { stays: true, clash: false };
  const left = here ?? there;
  if (left === undefined || same(left, was)) return { stays: false, clash: false };
  return { stays: true, clash: true };
}

/** The ids that are in both lists, in the order of the first. */
const common = (first: readonly string[], second: readonly string[]) =>
  first.filter((id) => second.includes(id));

/**
 * One order of what stays: mine, unless only they moved something; what they added stands behind what it stood
 * behind.
 */
function mergeOrder(
  stays: readonly string[],
  [base, mine, theirs]: readonly [readonly string[], readonly string[], readonly string[]],
): { order: string[]; clash: boolean } {
  const iMoved = !same(common(base, mine), common(mine, base));
  const theyMoved = !same(common(base, theirs), common(theirs, base));
  const agree = same(common(mine, theirs), common(theirs, mine));
  const [leading, other] = theyMoved && !iMoved ? [theirs, mine] : [mine, theirs];
  const order = leading.filter((id) => stays.includes(id));
  for (const [i, id] of other.entries()) {
    if (!stays.includes(id) || order.includes(id)) continue;
    const before = other.slice(0, i).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return { order, clash: iMoved && theyMoved && !agree };
}

const byLine = (content: DraftContent) =>
  new Map(content.lines.map((line) => [line.lineId, line] as const));
const byPhase = (content: DraftContent) =>
  new Map(content.phases.map((phase) => [phase.phaseId, phase] as const));

interface MergedItems<T> {
  readonly items: T[];
  readonly clashes: DraftClash[];
}

function mergeLines(base: DraftContent, mine: DraftContent, theirs: DraftContent) {
  const sides = [byLine(base), byLine(mine), byLine(theirs)] as const;
  const clashes: DraftClash[] = [];
  const merged = new Map<string, ContentLine>();
  for (const id of new Set([...sides[1].keys(), ...sides[2].keys()])) {
    const { stays, clash } = present(id, sides);
    if (!stays) continue;
    if (clash) clashes.push({ of: "line", id, part: "presence" });
    const [was, here, there] = sides.map((side) => side.get(id));
    if (!here || !there) merged.set(id, (here ?? there) as ContentLine);
    else {
      const both = mergeLine(was ?? here, here, there);
      merged.set(id, both.line);
      clashes.push(...both.clashes.map((part) => ({ of: "line" as const, id, part })));
    }
  }
  const { order, clash } = mergeOrder(
    [...merged.keys()],
    [[...sides[0].keys()], [...sides[1].keys()], [...sides[2].keys()]],
  );
  if (clash) clashes.push({ of: "plan", part: "order" });
  return { items: order.map((id) => merged.get(id) as ContentLine), clashes };
}

function mergePhases(
  base: DraftContent,
  mine: DraftContent,
  theirs: DraftContent,
): MergedItems<Phase> {
  const sides = [byPhase(base), byPhase(mine), byPhase(theirs)] as const;
  const clashes: DraftClash[] = [];
  const merged = new Map<string, Phase>();
  for (const id of new Set([...sides[1].keys(), ...sides[2].keys()])) {
    const { stays, clash } = present(id, sides);
    if (!stays) continue;
    if (clash) clashes.push({ of: "phase", id, part: "presence" });
    const [was, here, there] = sides.map((side) => side.get(id));
    const both = here && there ? settle<Phase>(was ?? here, here, there) : null;
    if (both?.clash) clashes.push({ of: "phase", id, part: "phase" });
    merged.set(id, both?.value ?? ((here ?? there) as Phase));
  }
  const { order, clash } = mergeOrder(
    [...merged.keys()],
    [[...sides[0].keys()], [...sides[1].keys()], [...sides[2].keys()]],
  );
  if (clash) clashes.push({ of: "plan", part: "phaseOrder" });
  return { items: order.map((id) => merged.get(id) as Phase), clashes };
}

/** The plan with one of its own parts from another. */
export function withPlanPart(
  content: DraftContent,
  part: PlanPart | "order" | "phaseOrder",
  from: DraftContent,
): DraftContent {
  const value = part === "order" || part === "phaseOrder" ? null : PLAN_PARTS[part](from);
  switch (part) {
    case "note":
    case "advice":
      return { ...content, [part]: value };
    case "planDays":
      return { ...content, ...(value as object) };
    case "limits":
      return { ...content, painRule: { ...content.painRule, ...(value as object) } };
    case "greenText":
    case "amberText":
    case "redText":
      return { ...content, painRule: { ...content.painRule, [part]: value as string | null } };
    case "order": {
      const ids = from.lines.map(({ lineId }) => lineId);
      const lines = byLine(content);
      const order = mergeOrder([...lines.keys()], [[], ids, [...lines.keys()]]).order;
      return { ...content, lines: order.map((id) => lines.get(id) as ContentLine) };
    }
    case "phaseOrder": {
      const ids = from.phases.map(({ phaseId }) => phaseId);
      const phases = byPhase(content);
      const order = mergeOrder([...phases.keys()], [[], ids, [...phases.keys()]]).order;
      return { ...content, phases: order.map((id) => phases.get(id) as Phase) };
    }
  }
}

function mergeAdvice(base: DraftContent, mine: DraftContent, theirs: DraftContent): string[] {
  const all = new Set([...mine.advice, ...theirs.advice]);
  const stays = [...all].filter(
    (id) => (mine.advice.includes(id) && theirs.advice.includes(id)) || !base.advice.includes(id),
  );
  return mergeOrder(stays, [base.advice, mine.advice, theirs.advice]).order;
}

/** A line whose phase one of them took out belongs to every phase. */
function withKnownPhases(content: DraftContent): DraftContent {
  const known = new Set(content.phases.map(({ phaseId }) => phaseId));
  const isLost = ({ phaseId }: ContentLine) => phaseId !== null && !known.has(phaseId);
  if (!content.lines.some(isLost)) return content;
  const lines = content.lines.map((line) => (isLost(line) ? { ...line, phaseId: null } : line));
  return { ...content, lines };
}

/**
 * What two people made of the same draft, put together: changes to different things, and to different fields
 * of one exercise, are both kept; of the same field changed in unlike ways mine is kept and the clash named.
 * Nothing is lost: what one changed and the other took out stays. Advice is a list of its own and never clashes.
 * @param base what both began with
 */
export function mergeDrafts(
  base: DraftContent,
  mine: DraftContent,
  theirs: DraftContent,
): MergedDraft {
  const lines = mergeLines(base, mine, theirs);
  const phases = mergePhases(base, mine, theirs);
  const clashes: DraftClash[] = [...lines.clashes, ...phases.clashes];
  let content: DraftContent = { ...mine, lines: lines.items, phases: phases.items };
  for (const part of Object.keys(PLAN_PARTS) as PlanPart[]) {
    if (part === "advice") continue;
    const of = PLAN_PARTS[part];
    const { value, clash } = settle<unknown>(of(base), of(mine), of(theirs));
    if (clash) clashes.push({ of: "plan", part });
    else if (!same(value, of(content))) content = withPlanPart(content, part, theirs);
  }
  content = withKnownPhases({ ...content, advice: mergeAdvice(base, mine, theirs) });
  return { content: { ...content, painRule: ruleThatHolds(content, mine) }, clashes };
}

/** Limits are one part and each side's hold; words cannot break a rule. */
function ruleThatHolds({ painRule }: DraftContent, mine: DraftContent): PainRule {
  return checkPainRule(painRule).length === 0 ? painRule : mine.painRule;
}

/** The merged draft with a clash settled as one of the two has it: their value, or that it is not there. */
export function takeFrom(
  content: DraftContent,
  clash: DraftClash,
  side: DraftContent,
): DraftContent {
  if (clash.of === "plan") return withPlanPart(content, clash.part, side);
  if (clash.of === "phase") {
    const phase = byPhase(side).get(clash.id);
    const phases = content.phases.flatMap((one) =>
      one.phaseId === clash.id ? (phase ?? []) : [one],
    );
    return withKnownPhases({ ...content, phases });
  }
  const line = byLine(side).get(clash.id);
  const { part } = clash;
  const lines = content.lines.flatMap((one) => {
    if (one.lineId !== clash.id) return [one];
    if (!line) return [];
    return [part === "presence" ? line : withLinePart(one, part, line)];
  });
  return { ...content, lines };
}
