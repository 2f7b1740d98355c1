import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { createExercise } from "@/lib/features/library/create-exercise";
import {
  type EditableExercise,
  exerciseToCopy,
  exerciseToEdit,
} from "@/lib/features/library/edit-queries";
import { exerciseDetail } from "@/lib/features/library/queries";
import { restoreExercise } from "@/lib/features/library/restore-exercise";
import { retireExercise } from "@/lib/features/library/retire-exercise";
import { retiredExercises } from "@/lib/features/library/retired-queries";
import { searchExercises } from "@/lib/features/library/search-queries";
import { updateExercise } from "@/lib/features/library/update-exercise";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makeStaff, type TestClinic, type TestStaff } from "@/tests/support/fixtures";
import { amounts, INPUT, kept, make, NOW, WORDS, words } from "./exercise-input";

let clinic: TestClinic;
let maya: TestStaff;
let colleague: TestStaff;
let desk: TestStaff;
let stranger: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic();
  const other = await makeClinic();
  [maya, colleague, desk, stranger] = await Promise.all([
    makeStaff(clinic),
    makeStaff(clinic),
    makeStaff(clinic, "front_desk"),
    makeStaff(other),
  ]);
});

const edit = (staff: TestStaff) => staff.access("edit-library");
const finds = async (staff: TestStaff, text: string) => {
  const { items } = await searchExercises(staff.access("view-library"), { text });
  return items.map(({ slug }) => slug);
};
const update = (staff: TestStaff, slug: string, revision: number, change: object = {}) =>
  updateExercise(edit(staff), { ...INPUT, ...change, slug, revision }, NOW);
const problems = async (work: Promise<unknown>) => {
  const failure = await work.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Invalid);
  return (failure as Invalid).fieldErrors;
};

describe("making one", () => {
  test("from nothing: found at once by the clinic, ready, audited", async () => {
    const slug = await make(maya, words({ name: "Tray slide number one" }));
    expect(await finds(colleague, "tray slide number one")).toContain(slug);
    const { row, texts } = await kept(clinic, slug);
    expect(row).toMatchObject({ origin: "own", createdBy: maya.userId, ready: true, revision: 1 });
    expect(texts.map(({ locale }) => locale)).toEqual(["en"]);
    const [event] = await auditTrail(clinic.clinicId, "library.create-exercise");
    expect(event).toMatchObject({ subjectId: slug, actorUserId: maya.userId });
  });

  test("as a copy: picture, sources and origin are kept, and what the copy decides", async () => {
    const { source, ...begun } = await exerciseToCopy(edit(maya), "single-knee-to-chest");
    expect(begun.values.words.es?.name).toBe("Rodilla al pecho");
    expect(begun.values.traits).toContain("hip_flex_gt90");
    const input = { ...begun.values, copyOf: source.slug, mediaIds: [] };
    const { slug } = await createExercise(edit(maya), input, NOW);
    const [own, shared] = await Promise.all([
      kept(clinic, slug),
      kept(clinic, "single-knee-to-chest"),
    ]);
    expect(own.row).toMatchObject({
      copiedFrom: "single-knee-to-chest",
      figureId: shared.row?.figureId,
      sources: shared.row?.sources,
      dosageBasis: "clinic",
      ready: true,
    });
    const { provenance } = await exerciseDetail(desk.access("view-library"), slug);
    expect(provenance?.copiedFrom?.name).toBe("Single knee to chest");
  });

  test("another clinic's cannot be copied, nor can what is not there", async () => {
    const slug = await make(maya);
    for (const copyOf of [slug, "nothing-here"]) {
      const copied = createExercise(edit(stranger), { ...INPUT, copyOf }, NOW);
      await expect(copied).rejects.toBeInstanceOf(NotFound);
      await expect(exerciseToCopy(edit(stranger), copyOf)).rejects.toBeInstanceOf(NotFound);
    }
  });

  test("the front desk may not", () => {
    expect(() => edit(desk)).toThrow(Refused);
  });
});

describe("whether it is ready follows from what it holds", () => {
  test.each([
    ["without a step", words({ steps: [" "] })],
    ["without a set-up", words({ setup: "" })],
    ["without a region", { regions: [] }],
    ["without a position", { positions: [] }],
    ["without a decision about traits", { noTraits: false }],
  ])("not ready %s; saved and found all the same", async (_, change) => {
    const slug = await make(maya, { ready: true, ...change });
    expect((await kept(clinic, slug)).row?.ready).toBe(false);
    const { lacks } = await exerciseDetail(maya.access("view-library"), slug);
    expect(lacks).toHaveLength(1);
    const { items } = await searchExercises(maya.access("view-library"), {
      text: "tray slide",
      limit: 200,
    });
    expect(items.find((item) => item.slug === slug)?.ready).toBe(false);
  });

  test("the name in one language and the steps in another are not enough", async () => {
    const es = { ...WORDS, name: "Bandeja", steps: [] };
    const slug = await make(maya, { words: { en: { ...WORDS, setup: "" }, es } });
    expect((await kept(clinic, slug)).row?.ready).toBe(false);
  });

  test("that none of the traits applies is remembered while something else lacks", async () => {
    const slug = await make(maya, { regions: [] });
    expect((await exerciseToEdit(edit(maya), slug)).values.noTraits).toBe(true);
  });
});

describe("changing one", () => {
  test("is found by its new name, and the names of what changed are audited", async () => {
    const slug = await make(maya);
    const change = {
      ...words({ name: "Tablecloth glide" }),
      traits: ["sh_active"],
      noTraits: false,
    };
    expect(await update(colleague, slug, 1, change)).toEqual({ revision: 2 });
    expect(await finds(maya, "tablecloth glide")).toEqual([slug]);
    const [event] = await auditTrail(clinic.clinicId, "library.update-exercise");
    expect(event?.fields).toEqual(["traits", "text"]);
    expect(event?.fields).not.toContain("Tablecloth glide");
  });

  test("saved as it stands: nothing happens", async () => {
    const slug = await make(maya);
    expect(await update(maya, slug, 1)).toEqual({ revision: 1 });
  });

  test("a language can be added and taken away", async () => {
    const slug = await make(maya);
    await update(maya, slug, 1, { words: { en: WORDS, es: { ...WORDS, name: "Bandeja larga" } } });
    expect(await finds(maya, "bandeja larga")).toEqual([slug]);
    await update(maya, slug, 2);
    expect((await kept(clinic, slug)).texts.map(({ locale }) => locale)).toEqual(["en"]);
    expect(await finds(maya, "bandeja larga")).toEqual([]);
  });

  test("from an older one: refused with what stands, nothing overwritten", async () => {
    const slug = await make(maya);
    await update(colleague, slug, 1, words({ feel: "Theirs" }));
    const mine = update(maya, slug, 1, words({ feel: "Mine" }));
    const failure = await mine.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Conflict);
    const current = (failure as Conflict).current as EditableExercise;
    expect(current).toMatchObject({ revision: 2, values: { words: { en: { feel: "Theirs" } } } });
    expect((await kept(clinic, slug)).texts[0]?.feel).toBe("Theirs");
  });

  test("two at once: one is saved, the other told", async () => {
    const slug = await make(maya);
    const both = await Promise.allSettled([
      update(maya, slug, 1, words({ feel: "One" })),
      update(colleague, slug, 1, words({ feel: "Two" })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await kept(clinic, slug)).row?.revision).toBe(2);
  });

  test("a shared one, another clinic's and none are not there", async () => {
    const slug = await make(maya);
    await expect(update(stranger, slug, 1)).rejects.toBeInstanceOf(NotFound);
    await expect(exerciseToEdit(edit(stranger), slug)).rejects.toBeInstanceOf(NotFound);
    await expect(update(maya, "bridge", 1)).rejects.toBeInstanceOf(NotFound);
    await expect(exerciseToEdit(edit(maya), "bridge")).rejects.toBeInstanceOf(NotFound);
    expect((await kept(clinic, slug)).row?.revision).toBe(1);
  });
});

describe("one that only its author finds", () => {
  test("is hidden from a colleague's search in every way, and not from a link", async () => {
    const name = "Zanzibar wobble";
    const slug = await make(maya, { onlyForAuthor: true, ...words({ name, aliases: ["quokka"] }) });
    for (const text of [name, "zanzib", "quokka", "zanzibra wobble"]) {
      expect(await finds(maya, text)).toContain(slug);
      expect(await finds(colleague, text)).not.toContain(slug);
    }
    const typo = await searchExercises(colleague.access("view-library"), { text: "zanzibra" });
    expect(typo.meant ?? "").not.toContain("zanzibar");
    const all = await searchExercises(colleague.access("view-library"), {
      scope: "clinic",
      limit: 200,
    });
    expect(all.items.map((item) => item.slug)).not.toContain(slug);
    expect((await exerciseDetail(colleague.access("view-library"), slug)).name).toBe(name);
  });

  test("a colleague cannot change it; the owner can, and opens it to all", async () => {
    const slug = await make(maya, { onlyForAuthor: true });
    await expect(update(colleague, slug, 1)).rejects.toBeInstanceOf(Refused);
    const owner = await makeStaff(clinic, "owner");
    await update(owner, slug, 1, { onlyForAuthor: false });
    expect((await kept(clinic, slug)).row?.onlyFor).toBeNull();
  });

  test("a colleague who changes a shared one cannot hide it", async () => {
    const slug = await make(maya);
    await update(colleague, slug, 1, { onlyForAuthor: true, ...words({ feel: "Warm" }) });
    expect((await kept(clinic, slug)).row?.onlyFor).toBeNull();
  });
});

describe("retiring one", () => {
  test("nobody finds it, its staff still read it; restored, it is found again; both audited", async () => {
    const slug = await make(maya, words({ name: "Umbrella twirl" }));
    await retireExercise(edit(colleague), { slug }, NOW);
    await retireExercise(edit(colleague), { slug }, NOW);
    expect(await finds(maya, "umbrella twirl")).toEqual([]);
    expect(await exerciseDetail(desk.access("view-library"), slug)).toMatchObject({
      isRetired: true,
    });
    expect(await auditTrail(clinic.clinicId, "library.retire-exercise")).toHaveLength(1);
    await expect(update(maya, slug, 1, words({ feel: "x" }))).rejects.toBeInstanceOf(Conflict);
    await restoreExercise(edit(maya), { slug });
    expect(await finds(maya, "umbrella twirl")).toEqual([slug]);
    expect(await auditTrail(clinic.clinicId, "library.restore-exercise")).toHaveLength(1);
  });

  test("the front desk brings nothing back, and a colleague not what only its author found", async () => {
    const slug = await make(maya, { onlyForAuthor: true, ...words({ name: "Lonely lunge" }) });
    await retireExercise(edit(maya), { slug }, NOW);
    await expect(restoreExercise(edit(colleague), { slug })).rejects.toBeInstanceOf(Refused);
    expect(() => edit(desk)).toThrow(Refused);
    expect((await kept(clinic, slug)).row?.retiredAt).toEqual(NOW);
  });

  test("a shared one and another clinic's cannot be", async () => {
    const slug = await make(maya);
    for (const [staff, key] of [
      [stranger, slug],
      [maya, "bridge"],
    ] as const) {
      await expect(retireExercise(edit(staff), { slug: key }, NOW)).rejects.toBeInstanceOf(
        NotFound,
      );
      await expect(restoreExercise(edit(staff), { slug: key })).rejects.toBeInstanceOf(NotFound);
    }
    expect(await finds(maya, "bridge")).toContain("bridge");
  });
});

describe("the list of retired ones", () => {
  const listed = async (staff: TestStaff, text = "") => {
    const { items, total } = await retiredExercises(edit(staff), { text });
    expect(total).toBe(items.length);
    return items.map(({ name }) => name);
  };

  test("the clinic's own, last retired first, by words of their names, and without what came back", async () => {
    const place = await makeClinic();
    const [author, other, owner] = await Promise.all([
      makeStaff(place),
      makeStaff(place),
      makeStaff(place, "owner"),
    ]);
    const retire = async (name: string, at: Date, change: object = {}) => {
      const slug = await make(author, { ...words({ name }), ...change });
      await retireExercise(edit(author), { slug }, at);
      return slug;
    };
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    expect(await listed(author)).toEqual([]);
    const back = await retire("Tray wobble", NOW);
    await retire("Élan 100 % slide", later(2));
    await retire("Secret slide", later(1), { onlyForAuthor: true });
    await make(author, words({ name: "In use" }));
    expect(await listed(author)).toEqual(["Élan 100 % slide", "Secret slide", "Tray wobble"]);
    expect(await listed(owner)).toHaveLength(3);
    expect(await listed(other)).toEqual(["Élan 100 % slide", "Tray wobble"]);
    expect(await listed(stranger)).toEqual([]);
    expect(await listed(author, "SLIDE elan")).toEqual(["Élan 100 % slide"]);
    expect(await listed(author, "%_")).toHaveLength(3);
    expect(await listed(author, "wob")).toEqual(["Tray wobble"]);
    await restoreExercise(edit(author), { slug: back });
    expect(await listed(author, "wobble")).toEqual([]);
  });

  test("a text that is too long is told", async () => {
    const found = await problems(retiredExercises(edit(maya), { text: "x".repeat(201) }));
    expect(Object.keys(found)).toEqual(["text"]);
  });
});

describe("what cannot be taken", () => {
  test.each<[string, object, string]>([
    ["no name", words({ name: " " }), "words.en.name"],
    ["no words at all", { words: { en: null, es: null } }, "words.en.name"],
    [
      "Spanish words without a name",
      { words: { en: WORDS, es: { ...WORDS, name: "" } } },
      "words.es.name",
    ],
    ["a name of 81 characters", words({ name: "🙂".repeat(40) + "a".repeat(41) }), "words.en.name"],
    ["a name of signs", words({ name: "!?…" }), "words.en.name"],
    ["a name that reads backwards", words({ name: "a\u202egnp" }), "words.en.name"],
    ["a zero byte", words({ setup: "a\0b" }), "words.en.setup"],
    ["a long step", words({ steps: ["Sit.", "a".repeat(301)] }), "words.en.steps.1"],
    ["thirteen steps", words({ steps: Array<string>(13).fill("Sit.") }), "words.en.steps"],
    ["a thousand steps", words({ steps: Array<string>(1000).fill("Sit.") }), "words.en.steps"],
    ["steps that are a text", words({ steps: "Sit." }), "words.en.steps"],
    ["no kind", { kind: "" }, "kind"],
    ["a region that is none", { regions: ["tail"] }, "regions.0"],
    ["a trait that is none", { traits: ["pos_upside"], noTraits: false }, "traits.0"],
    ["what is true of all", { traits: ["any_exercise"], noTraits: false }, "traits.0"],
    ["traits and none of them", { traits: ["pos_prone"] }, "noTraits"],
    ["reps and a time", amounts({ reps: 10, durationSeconds: 30 }), "amounts.reps"],
    [
      "a hold without reps",
      amounts({ durationSeconds: 30, holdSeconds: 5 }),
      "amounts.holdSeconds",
    ],
    ["half a set", amounts({ sets: 1.5 }), "amounts.sets"],
    ["sets in words", amounts({ sets: "two" }), "amounts.sets"],
    ["eight days a week", amounts({ daysPerWeek: 8 }), "amounts.daysPerWeek"],
    ["no day a week", amounts({ daysPerWeek: 0 }), "amounts.daysPerWeek"],
    ["often a day", amounts({ timesPerDay: 99 }), "amounts.timesPerDay"],
    ["a photo of somebody else", { mediaIds: ["0197a000-0000-7000-8000-000000000001"] }, "media"],
    ["a photo that is a number", { mediaIds: [7] }, "mediaIds.0"],
  ])("%s is named at its field, and nothing is made", async (_, change, field) => {
    const alone = await makeStaff(await makeClinic());
    const found = await problems(createExercise(edit(alone), { ...INPUT, ...change }, NOW));
    expect(Object.keys(found)).toContain(field);
    expect(found[field]).toMatch(/^[A-Z].*\.$/);
    const own = { scope: "clinic" } as const;
    expect((await searchExercises(alone.access("view-library"), own)).total).toBe(0);
  });

  test.each([null, undefined, "text", [], 7])("%j is no exercise", async (input) => {
    await problems(createExercise(edit(maya), input, NOW));
  });

  test("markup, other scripts and right-to-left are words like any other", async () => {
    const name = "<b>تمرين</b> 膝 “stretch”";
    const slug = await make(maya, words({ name, steps: ["  Sit\n\n tall.  "] }));
    const { texts } = await kept(clinic, slug);
    expect(texts[0]).toMatchObject({ name, steps: ["Sit tall."] });
    expect(await finds(maya, "تمرين")).toContain(slug);
  });
});
