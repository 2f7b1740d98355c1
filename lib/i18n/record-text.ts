import { planBurden } from "../domain/dosage/burden";
import type {
  DocumentExercise,
  Locale,
  PainRule,
  PlanDocument,
} from "../domain/plan/plan-document";
import { longDate } from "./date-words";
import { dosageInWords } from "./dosage-words";
import { phaseBeginWords } from "./phase-words";
import type { DiffItem } from "./plan-diff-words";
import { translator } from "./translator";

/** Marks that would turn the direction of the lines after them. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;
const BREAKS = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** What somebody wrote, on one line. */
function oneLine(text: string): string {
  return text
    .replace(DIRECTIONS, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Words as screens show them, without their middle dots. */
const plain = (words: string) => oneLine(words.replaceAll(" · ", ", "));

const indented = (line: string) => `   ${line}`;

type T = ReturnType<typeof translator<"record">>;

function burdenLine(t: T, exercises: readonly DocumentExercise[]): string {
  const burden = planBurden(exercises.map(({ dosage }) => dosage));
  const { exerciseCount: count, minutesPerSession: minutes, minutesPerDay: day } = burden;
  if (minutes === 0) return t("burdenNone", { count });
  return day === minutes
    ? t("burden", { count, minutes })
    : t("burdenDay", { count, minutes, day });
}

function daysLine(t: T, { startsOn, endsOn }: DocumentExercise, locale: Locale): string[] {
  if (startsOn === null && endsOn === null) return [];
  const [from, until] = [startsOn, endsOn].map((on) => (on === null ? "" : longDate(on, locale)));
  if (!until) return [t("daysFrom", { from: from ?? "" })];
  return [from ? t("days", { from, until }) : t("daysUntil", { until })];
}

function zoneWords(t: T, zone: "green" | "amber" | "red", min: number, max: number): string {
  return t(`zone.${zone}`, { range: min === max ? String(min) : t("range", { min, max }) });
}

function limitsLine(t: T, { painLimits: limits }: DocumentExercise): string[] {
  if (!limits) return [];
  const { greenMax, amberMax } = limits;
  const zones = [
    zoneWords(t, "green", 0, greenMax),
    zoneWords(t, "amber", greenMax + 1, amberMax),
    zoneWords(t, "red", amberMax + 1, 10),
  ];
  return [t("limits", { zones: zones.join(", ") })];
}

function exerciseLines(t: T, exercise: DocumentExercise, index: number, document: PlanDocument) {
  const { locale, phases } = document;
  const { amount, frequency, extras } = dosageInWords(exercise.dosage, locale);
  const phase = phases.find(({ phaseId }) => phaseId === exercise.phaseId);
  const cue = oneLine(exercise.cue ?? "");
  const caution = oneLine(exercise.caution ?? "");
  const lines = [
    plain(amount),
    [frequency, ...extras].map(plain).join("; "),
    ...(phase ? [t("phase", { name: oneLine(phase.name) })] : []),
    ...daysLine(t, exercise, locale),
    ...(exercise.mustDo ? [t("short")] : []),
    ...(cue ? [t("cue", { text: cue })] : []),
    ...(caution ? [t("caution", { text: caution })] : []),
    ...limitsLine(t, exercise),
    ...exercise.ladder.map(({ direction, name, dosage }) =>
      t(direction, {
        name: oneLine(name),
        amount: plain(dosageInWords(dosage, locale).amount),
      }),
    ),
  ];
  return [`${index + 1}. ${oneLine(exercise.name)}`, ...lines.map(indented)];
}

function painRuleLine(t: T, rule: PainRule): string {
  const zone = (name: "green" | "amber" | "red", min: number, max: number) => {
    const own = oneLine(rule[`${name}Text`] ?? "");
    const words = zoneWords(t, name, min, max);
    return own ? `${words} (${own})` : words;
  };
  const zones = [
    zone("green", 0, rule.greenMax),
    zone("amber", rule.greenMax + 1, rule.amberMax),
    zone("red", rule.amberMax + 1, 10),
  ].join(", ");
  const { settledMax: settled } = rule;
  return settled === 0 ? t("painRuleStrict", { zones }) : t("painRule", { zones, settled });
}

/** Each phase with when it begins and what it asks for: exercises of no phase belong to all of them. */
function phasesBlock(t: T, { phases, exercises, locale }: PlanDocument): string[] {
  if (phases.length === 0) return [];
  const lines = phases.flatMap((phase, i) => {
    const own = exercises.filter(({ phaseId }) => phaseId === null || phaseId === phase.phaseId);
    const aim = oneLine(phase.aim ?? "");
    return [
      `${i + 1}. ${oneLine(phase.name)}`,
      indented(phaseBeginWords(phase, i === 0, locale)),
      ...(aim ? [indented(t("phaseAim", { text: aim }))] : []),
      indented(burdenLine(t, own)),
    ];
  });
  return [t("phases"), ...lines];
}

function changeLines(item: DiffItem): string[] {
  const title = plain(item.title);
  const details = item.details.map(plain);
  // "Note: ..." names itself.
  if (details.length === 1 && details[0]?.startsWith(`${title}:`)) return [`- ${details[0]}`];
  return [`- ${title}`, ...details.map((detail) => `  ${detail}`)];
}

function changesBlock(t: T, number: number, changes: readonly DiffItem[]): string[] {
  if (number === 1) return [t("first")];
  const n = number - 1;
  if (changes.length === 0) return [t("unchanged", { n })];
  return [t("since", { n }), ...changes.flatMap(changeLines)];
}

function noteBlock(t: T, note: string | null): string[] {
  const lines = (note ?? "").split(BREAKS).map(oneLine).filter(Boolean);
  return lines.length === 0 ? [] : [t("note"), ...lines.map(indented)];
}

/**
 * A published version as plain text for the medical record, in the document's language: no markup, lines
 * ended by U+000A alone, nothing that names the patient. `changes`: against the version before, in that
 * language.
 */
export function recordText(document: PlanDocument, changes: readonly DiffItem[]): string {
  const { locale, versionNumber, publishedOn, startsOn, endsOn, exercises, phases } = document;
  const t = translator(locale, "record");
  const titles = document.advice.map(({ title }) => oneLine(title)).join("; ");
  const blocks = [
    [
      t("heading", { title: oneLine(document.title) }),
      t("version", {
        n: versionNumber,
        date: longDate(publishedOn, locale),
        name: oneLine(document.therapistName),
      }),
      ...(startsOn === publishedOn ? [] : [t("starts", { date: longDate(startsOn, locale) })]),
      ...(endsOn === null ? [] : [t("ends", { date: longDate(endsOn, locale) })]),
      ...(phases.length === 0 ? [burdenLine(t, exercises)] : []),
    ],
    phasesBlock(t, document),
    exercises.flatMap((exercise, i) => exerciseLines(t, exercise, i, document)),
    [painRuleLine(t, document.painRule), ...(titles ? [t("advice", { titles })] : [])],
    noteBlock(t, document.note),
    changesBlock(t, versionNumber, changes),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}
