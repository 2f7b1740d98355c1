import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "@/lib/domain/calendar/local-date";
import { DEFAULT_PAIN_RULE } from "@/lib/domain/pain/pain-rule";
import type { PlanDocument } from "@/lib/domain/plan/plan-document";
import type { VersionFact } from "@/lib/domain/session/facts";
import type { OutboxEntry } from "@/lib/features/sessions/offline/outbox";
import {
  asksForMorning,
  nextSession,
  planView,
  todayLines,
} from "@/lib/features/sessions/offline/plan-view";
import {
  asPrescribed,
  correctionOf,
  draftEntry,
  draftExercises,
  newDraft,
  withAnswer,
  withPainNow,
} from "@/lib/features/sessions/offline/session-draft";
import { type SessionItemInput, syncItem } from "@/lib/features/sessions/schema";
import type { SnapshotPlan, SnapshotSession } from "@/lib/features/sessions/snapshot";
import { AS_NEEDED, daily, day, START, version } from "../adherence/fact-builders";

const ZONE = "Europe/Madrid";
const FIRST = version([daily(2), daily(1), AS_NEEDED]);
const SECOND = version([daily(2), daily(1), AS_NEEDED], { number: 2, startsOn: day(5) });

function document(shown: VersionFact): PlanDocument {
  return {
    locale: "en",
    planId: "plan",
    versionId: shown.versionId,
    painRule: DEFAULT_PAIN_RULE,
    exercises: shown.exercises.map((e, position) => ({
      ...e,
      position,
      slug: e.lineId,
      name: `Exercise ${e.lineId}`,
      setup: "Lie down.",
      steps: ["Breathe."],
      feel: "",
      faults: [],
      libraryCautions: [],
      figureId: null,
      alt: "",
      writtenIn: null,
      cue: null,
      caution: null,
    })),
  } as unknown as PlanDocument;
}

function plan(sessions: SnapshotSession[] = [], shown = [FIRST]): SnapshotPlan {
  const newest = document(shown.at(-1)!);
  return {
    planId: "plan",
    startedOn: START,
    endedOn: null,
    documents: { en: newest, es: newest },
    versions: shown,
    pauses: [],
    sessions,
    mornings: [],
    adviceTitles: {},
    names: { z: { en: "Old one", es: "El de antes" } },
    change: null,
  };
}

function kept(
  id: string,
  localOn: LocalDate,
  said: Partial<SnapshotSession> = {},
): SnapshotSession {
  return {
    id,
    rootId: id,
    versionId: FIRST.versionId,
    localOn,
    occurredAt: `${localOn}T09:00:00.000Z`,
    typedAt: `${localOn}T09:10:00.000Z`,
    source: "live",
    painBefore: 4,
    painAfter: null,
    stoppedForPain: false,
    note: null,
    exercises: [{ prescribedId: "a1", outcome: "done" }],
    ...said,
  };
}

function entry(item: SessionItemInput, state: OutboxEntry["state"] = "waiting"): OutboxEntry {
  return { id: item.id, patientId: "elena", seq: 1, item, state, code: null, sentAt: null };
}

function logged(said: Partial<SessionItemInput> = {}): SessionItemInput {
  const draft = newDraft(
    { planId: "plan", versionId: FIRST.versionId, prescribedIds: ["a1", "b1"] },
    { now: new Date(`${day(3)}T10:00:00Z`), localOn: null },
  );
  const full = withAnswer(withAnswer(draft, "a1", { outcome: "done" }), "b1", { outcome: "done" });
  return {
    ...draftEntry(full, { typedAt: new Date(`${day(3)}T10:20:00Z`), zone: ZONE }),
    ...said,
  };
}

const at = (today: LocalDate, skewMs = 0) =>
  ({ today, skewMs, weekStart: 1, locale: "en" }) as const;

describe("the plan as this device sees it", () => {
  test("an entry not yet sent counts at once; one the server refused does not", () => {
    const view = planView(plan(), [entry(logged())], at(day(3)));
    expect(view.sessions).toMatchObject([{ localOn: day(3), whereabouts: "waiting" }]);
    expect(planView(plan(), [entry(logged(), "rejected")], at(day(3))).sessions).toEqual([]);
  });

  test("a snapshot that holds the entry already shows it once", () => {
    const item = logged();
    const view = planView(plan([kept(item.id, day(3))]), [entry(item, "sent")], at(day(3)));
    expect(view.sessions).toHaveLength(1);
  });

  test("a correction keeps the day of its session; taken back, it is gone", () => {
    const correction = logged({
      rootId: "s1",
      painBefore: 1,
      typedAt: `${day(4)}T08:00:00.000Z`,
      occurredAt: `${day(4)}T08:00:00.000Z`,
    });
    const view = planView(plan([kept("s1", day(2))]), [entry(correction)], at(day(4)));
    expect(view.sessions).toMatchObject([{ rootId: "s1", localOn: day(2), painBefore: 1 }]);
    const back = { ...correction, withdrawn: true };
    expect(planView(plan([kept("s1", day(2))]), [entry(back)], at(day(4))).sessions).toEqual([]);
  });

  test("a wrong clock is corrected before the day is read off it", () => {
    const item = logged({ occurredAt: `${day(1)}T22:30:00.000Z` });
    const twoHours = 2 * 3_600_000;
    const view = planView(plan(), [entry(item)], at(day(2), twoHours));
    expect(view.sessions[0]?.localOn).toBe(day(2));
  });

  test("what is done today leaves the next session only with what is open", () => {
    const view = planView(plan([kept("s1", day(3))]), [entry(logged())], at(day(3)));
    const lines = todayLines(view);
    expect(lines.due.map((l) => [l.exercise.lineId, l.done, l.due])).toEqual([
      ["a", 2, 2],
      ["b", 1, 1],
    ]);
    expect(lines.asNeeded.map((l) => l.exercise.lineId)).toEqual(["c"]);
    const open = todayLines(planView(plan([kept("s1", day(3))]), [], at(day(3))));
    expect(nextSession(open.due).map((e) => e.lineId)).toEqual(["a", "b"]);
    expect(nextSession(lines.due)).toHaveLength(2);
  });

  test("the morning is asked for only after a session, once", () => {
    const yesterday = plan([kept("s1", day(2))]);
    expect(asksForMorning(planView(yesterday, [], at(day(3))))).toBe(true);
    expect(asksForMorning(planView(yesterday, [], at(day(4))))).toBe(false);
    const both = plan([kept("s1", day(2)), kept("s2", day(3))]);
    expect(asksForMorning(planView(both, [], at(day(3))))).toBe(false);
    const rated = {
      ...entry(logged()),
      item: {
        kind: "morning",
        id: "m",
        rootId: "m",
        pain: 0,
        occurredAt: `${day(3)}T06:00:00.000Z`,
        typedAt: `${day(3)}T06:00:00.000Z`,
        zone: ZONE,
        localOn: null,
      },
    } satisfies OutboxEntry;
    expect(asksForMorning(planView(yesterday, [rated], at(day(3))))).toBe(false);
  });
});

describe("a session while it is typed", () => {
  const fresh = () =>
    newDraft(
      { planId: "plan", versionId: FIRST.versionId, prescribedIds: ["a1", "b1", "c1"] },
      { now: new Date(`${day(3)}T10:00:00Z`), localOn: null },
    );
  const typed = { typedAt: new Date(`${day(3)}T10:20:00Z`), zone: ZONE };

  test("tapping through without an answer records nothing", () => {
    const item = draftEntry(fresh(), typed);
    expect(item).toMatchObject({ painBefore: null, painAfter: null, exercises: [] });
  });

  test("done without amounts stays without amounts; as prescribed is one tap", () => {
    const exercise = document(FIRST).exercises[0]!;
    const draft = withAnswer(fresh(), "a1", { outcome: "done" });
    const told = withAnswer(draft, "b1", asPrescribed(exercise));
    expect(draftEntry(told, typed).exercises).toMatchObject([
      { prescribedId: "a1", outcome: "done", setsDone: null, repsDone: null },
      { prescribedId: "b1", outcome: "done", setsDone: 3, repsDone: 10, holdSecondsDone: null },
    ]);
  });

  test("changing one's mind leaves nothing of the other answer behind", () => {
    const amounts = withAnswer(fresh(), "a1", { outcome: "partly", setsDone: 2 });
    const skipped = withAnswer(amounts, "a1", { outcome: "skipped", skipReason: "no_time" });
    expect(skipped.answers.a1).toMatchObject({ setsDone: null, skipReason: "no_time" });
    const again = withAnswer(skipped, "a1", { outcome: "done" });
    expect(again.answers.a1).toMatchObject({ setsDone: null, skipReason: null });
  });

  test("red stops the session in writing, amber does not; the worst rating is kept", () => {
    const amber = withPainNow(fresh(), "a1", 5, DEFAULT_PAIN_RULE);
    expect([amber.zone, amber.draft.stoppedForPain]).toEqual(["amber", false]);
    const red = withPainNow(amber.draft, "a1", 8, DEFAULT_PAIN_RULE);
    expect([red.zone, red.draft.stoppedForPain]).toEqual(["red", true]);
    const lower = withPainNow(red.draft, "a1", 2, DEFAULT_PAIN_RULE).draft;
    expect(lower.answers.a1?.painWorst).toBe(8);
    expect(draftEntry(lower, typed).exercises).toMatchObject([
      { prescribedId: "a1", outcome: "skipped", skipReason: "hurts", painWorst: 8 },
    ]);
  });

  test("everything it hands in is what the server takes", () => {
    const rated = withPainNow(fresh(), "a1", 9, DEFAULT_PAIN_RULE).draft;
    const late = newDraft(
      { planId: "plan", versionId: FIRST.versionId, prescribedIds: ["a1"] },
      { now: new Date(), localOn: day(2) },
    );
    const ids = (item: SessionItemInput): SessionItemInput => ({
      ...item,
      versionId: item.id,
      exercises: item.exercises.map((e) => ({ ...e, prescribedId: item.id })),
    });
    for (const draft of [rated, late]) {
      expect(syncItem.safeParse(ids(draftEntry(draft, typed))).success).toBe(true);
    }
  });

  test("a correction begins with what stands, under a new id in the same chain", () => {
    const view = planView(plan([kept("s1", day(2), { note: "Stiff" })]), [], at(day(3)));
    const draft = correctionOf(view.sessions[0]!, { planId: "plan", prescribedIds: ["a1", "b1"] });
    expect(draft).toMatchObject({ rootId: "s1", localOn: day(2), note: "Stiff", painBefore: 4 });
    expect(draft.id).not.toBe("s1");
    expect(draftEntry(draft, typed).exercises).toMatchObject([
      { prescribedId: "a1", outcome: "done" },
    ]);
  });

  test("an older version keeps its own dose and takes the texts of the same line", () => {
    const old: VersionFact = {
      ...FIRST,
      exercises: [
        ...FIRST.exercises,
        { prescribedId: "z1", lineId: "z", dosage: FIRST.exercises[0]!.dosage },
      ],
    };
    const both = plan([], [old, SECOND]);
    const shown = draftExercises(
      { versionId: "v1", prescribedIds: ["a1", "z1", "gone"] },
      both,
      "en",
    );
    expect(shown.map((e) => [e.prescribedId, e.name, e.setup])).toEqual([
      ["a1", "Exercise a", "Lie down."],
      ["z1", "Old one", ""],
    ]);
  });

  test("noon of a chosen day lies on that day", () => {
    const draft = newDraft(
      { planId: "plan", versionId: "v1", prescribedIds: [] },
      { now: new Date(), localOn: addDays(START, 1) },
    );
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const on = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(
      new Date(draft.occurredAt),
    );
    expect(on).toBe(addDays(START, 1));
  });
});
