import { beforeAll, describe, expect, test } from "vitest";
import { localDate } from "@/lib/domain/calendar/local-date";
import { NotFound } from "@/lib/errors/app-error";
import { parse } from "@/lib/errors/parse";
import { documentChoices } from "@/lib/features/plans/document-schema";
import { type PaperWanted, paperExtras } from "@/lib/features/plans/paper-queries";
import { documentAccess, versionDocument } from "@/lib/features/plans/version-queries";
import { makeClinic, makePatient, makeStaff, type TestStaff } from "@/tests/support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";

const ORIGIN = "https://plans.example";
/** Noon in Madrid, already the next day in Auckland. */
const NOW = new Date("2026-11-20T12:00:00Z");

let made: PublishedPlan;
let maya: TestStaff;
let other: { plan: PublishedPlan; staff: TestStaff };

async function extras(change: Partial<PaperWanted>) {
  const access = await documentAccess(maya.viewer, made.planId);
  const wanted = { planId: made.planId, number: 1, locale: null, origin: ORIGIN } as const;
  const { document } = await versionDocument(access, { ...wanted, as: "plan.print" });
  const asked: PaperWanted = {
    document,
    layout: "standard",
    weeks: null,
    startsOn: null,
    origin: ORIGIN,
    now: NOW,
    ...change,
  };
  return { document, ...(await paperExtras(access, asked)) };
}

beforeAll(async () => {
  const here = await makeClinic();
  const elena = await makePatient(here, { timeZone: "Pacific/Auckland" });
  maya = await makeStaff(here, "therapist");
  made = await makePublishedPlan(elena, { startedOn: localDate("2026-11-01"), exercises: 2 });
  const there = await makeClinic();
  const stranger = await makePatient(there);
  other = {
    plan: await makePublishedPlan(stranger, { startedOn: localDate("2026-11-01") }),
    staff: await makeStaff(there, "therapist"),
  };
});

describe("what a layout needs", () => {
  test("the standard one nothing, two languages the other words of the same version", async () => {
    expect(await extras({})).toMatchObject({ other: null, diary: null });
    const { document, other } = await extras({ layout: "bilingual" });
    expect(other?.versionId).toBe(document.versionId);
    expect(other?.locale).not.toBe(document.locale);
    expect(other?.exercises.map((e) => e.prescribedId)).toEqual(
      document.exercises.map((e) => e.prescribedId),
    );
    expect(other?.exercises[0]?.name).not.toBe(document.exercises[0]?.name);
    expect(other?.clinic.logo).toBeNull();
  });

  test("a diary begins on the patient's today, or on the day asked for", async () => {
    const { diary, document } = await extras({ layout: "diary" });
    expect(diary).toMatchObject({ weeks: 1, startsOn: "2026-11-21" });
    expect(diary?.version.exercises.map((e) => e.prescribedId)).toEqual(
      document.exercises.map((e) => e.prescribedId),
    );
    expect(diary?.span.startedOn).toBe("2026-11-01");
    const asked = await extras({ weeks: 4, startsOn: localDate("2026-12-07") });
    expect(asked.diary).toMatchObject({ weeks: 4, startsOn: "2026-12-07" });
  });

  test("another clinic's version is not found, with whatever access", async () => {
    const { document } = await extras({});
    const access = await documentAccess(other.staff.viewer, other.plan.planId);
    for (const layout of ["bilingual", "diary"] as const) {
      const wanted = { document, layout, weeks: null, startsOn: null, origin: ORIGIN, now: NOW };
      await expect(paperExtras(access, wanted)).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe("choices in the address", () => {
  test("nothing asked for is the standard layout", () => {
    expect(parse(documentChoices, {})).toEqual({ layout: "standard" });
    const all = { layout: "large", paper: "Letter", locale: "es", weeks: "2", start: "2026-12-01" };
    expect(parse(documentChoices, all)).toEqual({ ...all, weeks: 2 });
  });

  test.each([
    ["layout", "poster"],
    ["layout", ""],
    ["paper", "A3"],
    ["locale", "fr"],
    ["weeks", "3"],
    ["weeks", "0"],
    ["weeks", "22"],
    ["weeks", "٢"],
    ["start", "2026-02-30"],
    ["start", "tomorrow"],
    ["start", "0202-11-20"],
    ["start", "9999-01-01"],
  ])("%s=%s is refused in words at its field", (field, value) => {
    const refused = () => parse(documentChoices, { [field]: value });
    expect(refused).toThrow(
      expect.objectContaining({
        fieldErrors: { [field]: expect.stringMatching(/^(Choose|Give) .+\.$/) },
      }),
    );
  });
});
