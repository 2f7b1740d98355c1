import { describe, expect, it } from "vitest";
import { DEMO_CLINICS } from "@/db/seed/demo-clinics";
import type { DemoLibrary } from "@/db/seed/demo-plan-rows";
import type { DemoRows } from "@/db/seed/demo-rows";
import { demoRows } from "@/db/seed/demo-write";
import { adviceContent } from "@/db/seed/library-advice";
import { libraryContent } from "@/db/seed/library-content";
import { type LocalDate, localDate, localDateOf } from "@/lib/domain/calendar/local-date";
import { unresolvedContraindications } from "@/lib/domain/cautions/override";
import { checkPrecautions } from "@/lib/domain/cautions/precaution-check";
import { RULE_SET } from "@/lib/domain/cautions/rules";
import { MAX_ADVICE } from "@/lib/domain/plan/advice";
import { PLAIN_PLAN } from "@/lib/domain/plan/line";
import { diffPlans } from "@/lib/domain/plan/plan-diff";
import { LOCALES } from "@/lib/domain/plan/plan-document";
import { checkPlan } from "@/lib/domain/plan/validate-plan";
import { dueOnDay, versionInForce } from "@/lib/domain/schedule/due";
import { performed } from "@/lib/features/plans/draft-content";
import { type LineRow, linesOfRows, phaseOfRow } from "@/lib/features/plans/draft-rows";
import { judgeRows } from "./judge-rows";

const library = libraryContent();
const texts: DemoLibrary["texts"] = library.flatMap(({ facts, text }) =>
  LOCALES.map((locale) => ({
    slug: facts.slug,
    locale,
    ...text[locale],
    aliases: [...text[locale].aliases],
    steps: [...text[locale].steps],
    cautions: [...text[locale].cautions],
    faults: [...text[locale].faults],
    clinicId: null,
    figureId: `figure of ${facts.slug}`,
  })),
);

const advice = adviceContent().map(({ id, kind, regions, isDefault, en, es }) => ({
  id,
  kind,
  regions,
  isDefault,
  isRetired: false,
  words: { en: { title: en.title, body: en.text }, es: { title: es.title, body: es.text } },
}));

/** An ordinary morning; just after a clock change; a leap day near midnight; a new year. */
const DAYS = [
  "2026-11-20T09:30:00Z",
  "2027-03-29T00:40:00Z",
  "2028-02-29T23:30:00Z",
  "2026-11-02T05:10:00Z",
  "2027-01-01T12:00:00Z",
].map((text) => new Date(text));

const cases = DAYS.flatMap((now) =>
  DEMO_CLINICS.map((clinic) => ({
    now,
    clinic,
    rows: demoRows(clinic, { texts, advice }, now),
    name: `${clinic.name} on ${now.toISOString()}`,
  })),
);

function sideOf(rows: DemoRows, versionId: string) {
  const version = rows.planVersion.find(({ id }) => id === versionId)!;
  const lineRows = rows.prescribedExercise.filter((row) => row.versionId === versionId);
  const exercises = linesOfRows(lineRows as LineRow[]).map((line, position) => ({
    ...line,
    position,
  }));
  const phases = rows.versionPhase
    .filter((row) => row.versionId === versionId)
    .map((row) => phaseOfRow(row as Parameters<typeof phaseOfRow>[0]));
  const { greenMax, amberMax, settledMax } = version;
  const words = {
    greenText: version.greenText ?? null,
    amberText: version.amberText ?? null,
    redText: version.redText ?? null,
  };
  const painRule = { greenMax, amberMax, settledMax, ...words };
  const advised = rows.versionAdvice
    .filter((row) => row.versionId === versionId && row.locale === "en")
    .map(({ adviceId }) => ({ id: adviceId }));
  return {
    ...PLAIN_PLAN,
    phases,
    version,
    note: version.note ?? null,
    painRule,
    advice: advised,
    exercises,
  };
}

/** Contraindications without a reason, by what stood on the record and in the overrides at `at`. */
function unresolvedAt(rows: DemoRows, versionId: string, at: Date, clinicZone: string) {
  const { version, exercises } = sideOf(rows, versionId);
  const { findings } = checkPrecautions({
    patientConditions: rows.patientCondition
      .filter((c) => c.patientId === version.patientId && c.createdAt! <= at)
      .map((c) => ({
        id: c.id,
        conditionId: c.conditionId,
        onsetOn: c.onsetOn ?? null,
        surgeryOn: c.surgeryOn ?? null,
        side: c.side ?? null,
        site: c.site ?? null,
        endedOn: null,
      })),
    exercises: performed(exercises).map((line) => {
      const facts = library.find(({ facts }) => facts.slug === line.slug)!.facts;
      return { ...line, ...facts, side: line.dosage.side };
    }),
    today: localDateOf(at, clinicZone),
    rules: RULE_SET,
  });
  const given = rows.precautionOverride.filter(
    (o) => o.planId === version.planId && o.createdAt! <= at,
  );
  return unresolvedContraindications(findings, given);
}

describe.each(cases)("demo rows of $name", ({ now, clinic, rows }) => {
  const zoneOf = (patientId: string) => rows.patient.find(({ id }) => id === patientId)!.timeZone;

  it("are the same when made again on the same day", () => {
    const withoutSecrets = ({ session: _, ...rest }: DemoRows) => rest;
    const again = demoRows(clinic, { texts, advice }, now);
    expect(withoutSecrets(again)).toEqual(withoutSecrets(rows));
  });

  it("would each be taken by the sync verb at the moment they were typed", () => {
    expect(rows.sessionLog.length).toBeGreaterThan(30);
    expect(judgeRows(rows, now)).toEqual([]);
  });

  it("have versions that could be published when they were", () => {
    for (const { id, publishedAt } of rows.planVersion) {
      const { painRule, phases, exercises } = sideOf(rows, id);
      const isAvoidListed = (slug: string) =>
        !library.some(({ facts }) => facts.slug === slug && facts.recommended);
      const problems = checkPlan({
        ...PLAIN_PLAN,
        phases,
        startsOn: localDate("2026-01-01"),
        painRule,
        exercises: exercises.map((line) => ({
          ...line,
          isAvoidListed: isAvoidListed(line.slug),
          isUnfinished: false,
        })),
        contraindications: unresolvedAt(rows, id, publishedAt, clinic.timeZone),
      });
      expect(problems).toEqual([]);
      const words = rows.prescribedExerciseText.filter(({ prescribedId }) =>
        rows.prescribedExercise.some((row) => row.id === prescribedId && row.versionId === id),
      );
      expect(words).toHaveLength(performed(exercises).length * LOCALES.length);
    }
    for (const { id } of rows.planVersion) {
      const frozen = rows.versionAdvice.filter(({ versionId }) => versionId === id);
      const { advice: ids } = sideOf(rows, id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.length).toBeLessThanOrEqual(MAX_ADVICE);
      expect(frozen).toHaveLength(ids.length * LOCALES.length);
    }
    for (const { slug, figureId } of rows.prescribedExercise)
      expect(figureId).toBe(`figure of ${slug}`);
  });

  it("have versions in order, each unlike the one before", () => {
    for (const plan of rows.plan) {
      const versions = rows.planVersion.filter(({ planId }) => planId === plan.id);
      expect(versions.map(({ number }) => number)).toEqual(versions.map((_, i) => i + 1));
      expect(plan.latestVersion).toBe(versions.length);
      versions.forEach((version, i) => {
        expect(version.publishedAt <= now).toBe(true);
        const on = localDateOf(version.publishedAt, zoneOf(plan.patientId));
        const before = versions[i - 1];
        if (!before) {
          expect([version.startsOn, plan.startedOn]).toEqual([on, on]);
          return;
        }
        expect(version.publishedAt > before.publishedAt && version.startsOn > on).toBe(true);
        expect(diffPlans(sideOf(rows, before.id), sideOf(rows, version.id)).isEmpty).toBe(false);
      });
    }
  });

  it("have sessions only between the plan's start and today, none on a paused day", () => {
    for (const log of rows.sessionLog) {
      const plan = rows.plan.find(({ id }) => id === log.planId)!;
      const pauses = rows.planPause
        .filter(({ planId }) => planId === plan.id)
        .map(({ startsOn, endsOn }) => ({ startsOn, endsOn: endsOn ?? null }));
      const span = {
        startedOn: plan.startedOn as LocalDate,
        endedOn: plan.endedOn ?? null,
        pauses,
      };
      const versions = rows.planVersion
        .filter(({ planId }) => planId === plan.id)
        .map(({ id: versionId, number, startsOn }) => ({
          versionId,
          number,
          startsOn,
          exercises: [],
        }));
      const due = dueOnDay(versionInForce(versions, log.localOn), log.localOn, span);
      expect(due.state).toBe("active");
      expect(log.localOn <= localDateOf(now, log.zone)).toBe(true);
    }
  });

  it("have people who could be on record", () => {
    for (const person of rows.patient) {
      expect(localDate(person.birthOn) < localDateOf(now, person.timeZone)).toBe(true);
      expect(person.createdAt! <= now).toBe(true);
    }
    const numbers = rows.patient.map(({ recordNumber }) => recordNumber).filter(Boolean);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { at } of rows.auditEvent) expect(at! <= now).toBe(true);
  });
});
