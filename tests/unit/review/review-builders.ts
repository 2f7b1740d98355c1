import { PLAIN_LINE, PLAIN_PLAN } from "@/lib/domain/plan/line";
import type { LocalDate } from "../../../lib/domain/calendar/local-date";
import { DEFAULT_PAIN_RULE } from "../../../lib/domain/pain/pain-rule";
import type { MorningFact, SessionFact, VersionFact } from "../../../lib/domain/session/facts";
import { assembleReview, type VersionSide } from "../../../lib/features/review/assemble-review";
import type { ChartFrame } from "../../../lib/features/review/chart";
import type { PlanReview } from "../../../lib/features/review/review";
import { reviewRange } from "../../../lib/features/review/review-range";
import type { ReviewPeriod } from "../../../lib/features/review/schema";
import type { MorningRecord, SessionRecord } from "../../../lib/features/sessions/fact-queries";
import { START } from "../adherence/fact-builders";

function record(fact: SessionFact): SessionRecord {
  return {
    ...fact,
    rootId: fact.id,
    planId: "plan",
    typedAt: fact.occurredAt,
    note: null,
    corrected: false,
    typedBy: null,
  };
}

function morningRecord(fact: MorningFact): MorningRecord {
  const id = `${fact.localOn}`;
  return { ...fact, id, rootId: id, typedAt: fact.occurredAt, source: "live", typedBy: null };
}

/** A version with the default pain rule; lines are named after their ids. */
export function side(version: VersionFact, amberMax = DEFAULT_PAIN_RULE.amberMax): VersionSide {
  const { versionId, number, startsOn, exercises } = version;
  return {
    versionId,
    number,
    startsOn,
    side: {
      ...PLAIN_PLAN,
      note: null,
      painRule: { ...DEFAULT_PAIN_RULE, amberMax },
      advice: [],
      exercises: exercises.map(({ lineId, dosage }, position) => ({
        ...PLAIN_LINE,
        lineId,
        slug: `slug-${lineId}`,
        position,
        dosage,
        cue: null,
        caution: null,
      })),
    },
    adviceTitles: new Map(),
    names: new Map(exercises.map(({ lineId }) => [lineId, `Exercise ${lineId}`])),
  };
}

/** A whole review out of facts, read as the queries read them. */
export function review(
  versions: readonly VersionFact[],
  today: LocalDate,
  {
    sessions = [],
    mornings = [],
    period = "12",
    startedOn = START,
    endedOn = null,
    sides = versions.map((version) => side(version)),
  }: {
    sessions?: readonly SessionFact[];
    mornings?: readonly MorningFact[];
    period?: ReviewPeriod;
    startedOn?: LocalDate;
    endedOn?: LocalDate | null;
    sides?: readonly VersionSide[];
  } = {},
): PlanReview {
  const range = reviewRange(period, { startedOn, endedOn, today });
  return assembleReview({
    facts: {
      planId: "plan",
      patientId: "patient",
      startedOn,
      endedOn,
      versions,
      pauses: [],
      sessions: sessions.filter((s) => s.localOn >= range.sinceOn).map(record),
      mornings: mornings.filter((m) => m.localOn >= range.sinceOn).map(morningRecord),
    },
    earlier: sessions.filter((s) => s.localOn < range.sinceOn),
    versions: sides,
    visits: [],
    today,
    weekStart: 1,
    range,
  });
}

export const FRAME: ChartFrame = {
  width: 600,
  height: 300,
  top: 20,
  right: 80,
  bottom: 20,
  left: 20,
  strip: 10,
  stripGap: 10,
  dot: 4,
  tickRoom: 60,
  measure: (text) => text.length * 7,
};
