import { View } from "@react-pdf/renderer";
import type { PlanDocument } from "../domain/plan/plan-document";
import { paperTranslator } from "../i18n/paper-words";
import { phaseBeginWords } from "../i18n/phase-words";
import { type Block, inAll, type Sheet } from "./sheet";

/** A phase of the plan, or what holds in all of them, with the places of its exercises in the plan. */
export interface Part {
  /** Null: in every phase, or in a plan without any. */
  readonly phase: number | null;
  readonly indices: readonly number[];
}

/** The exercises by phase, each part in the plan's order; those of every phase first. */
export function partsOf({ phases, exercises }: PlanDocument): Part[] {
  const all = exercises.map((_, i) => i);
  const known = new Set(phases.map(({ phaseId }) => phaseId));
  const always = all.filter((i) => !known.has(exercises[i]?.phaseId ?? ""));
  const own = phases.map(({ phaseId }, phase) => ({
    phase,
    indices: all.filter((i) => exercises[i]?.phaseId === phaseId),
  }));
  return [...(always.length > 0 ? [{ phase: null, indices: always }] : []), ...own];
}

/** What a part is called, what it is for, and when it begins. Nothing in a plan without phases. */
export function partHeading(sheet: Sheet, { phase, indices }: Part): Block[] {
  const { document, look } = sheet;
  const { paper, Words, Labelled } = look;
  const key = phase === null ? "phase-every" : `phase-${phase + 1}`;
  const one = phase === null ? undefined : document.phases[phase];
  if (document.phases.length === 0) return [];
  const title = inAll(sheet, ({ locale }) => {
    const t = paperTranslator(locale);
    return one ? t("phase.title", { n: Number(phase) + 1, name: one.name }) : t("phase.always");
  });
  const label = (name: "aim" | "begins") =>
    inAll(sheet, ({ locale }) => paperTranslator(locale)(`phase.${name}`));
  const begins = one && inAll(sheet, ({ locale }) => phaseBeginWords(one, phase === 0, locale));
  const content = (
    <View style={paper.phase}>
      <Words style={paper.heading}>{title}</Words>
      {one?.aim && (
        <Labelled label={label("aim")} style={paper.phaseText}>
          {one.aim}
        </Labelled>
      )}
      {begins && (
        <Labelled label={label("begins")} style={paper.phaseText}>
          {begins}
        </Labelled>
      )}
    </View>
  );
  const isFollowed = indices.length > 0;
  return [{ key, role: "body", joined: isFollowed, content, bookmark: { title } }];
}

/** How the starred exercises are meant, where there are any. */
export function starBlocks(sheet: Sheet): Block[] {
  const { document, look } = sheet;
  if (!document.exercises.some(({ mustDo }) => mustDo)) return [];
  const words = inAll(sheet, ({ locale }) => paperTranslator(locale)("starHow"));
  return [
    { key: "short-version", content: <look.Words style={look.paper.starHow}>{words}</look.Words> },
  ];
}
