import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/db/id";
import { MAX_EXERCISES } from "@/lib/domain/plan/validate-plan";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { duplicateTemplate, nameOfCopy } from "@/lib/features/templates/duplicate-template";
import { type TemplateDetail, templateDetail } from "@/lib/features/templates/queries";
import { restoreTemplate } from "@/lib/features/templates/restore-template";
import { retireTemplate } from "@/lib/features/templates/retire-template";
import { updateTemplate } from "@/lib/features/templates/update-template";
import { HOLD_25, NOW } from "@/tests/integration/plans/plan-setup";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makeStaff, type TestClinic, type TestStaff } from "@/tests/support/fixtures";
import { makeOwnExercise, makeOwnTemplate, retireOwnTemplate } from "./own-template";

let clinic: TestClinic;
let maya: TestStaff;
let colleague: TestStaff;
let owner: TestStaff;
let desk: TestStaff;
let stranger: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic();
  const other = await makeClinic();
  [maya, colleague, owner, desk, stranger] = await Promise.all([
    makeStaff(clinic),
    makeStaff(clinic),
    makeStaff(clinic, "owner"),
    makeStaff(clinic, "front_desk"),
    makeStaff(other),
  ]);
});

const edit = (staff: TestStaff) => staff.access("edit-library");
const read = (staff: TestStaff, id: string) => templateDetail(staff.access("view-library"), id);
const LINE = { slug: "bridge", dosage: HOLD_25, cue: "Slowly", caution: null };
const make = (onlyForAuthor = false) => makeOwnTemplate(maya, { onlyForAuthor, lines: [LINE] });
const INPUT = {
  name: "Our set",
  summary: "After a fall",
  onlyForAuthor: false,
  writtenIn: "en",
  notes: { en: "Take your time.", es: null },
  phases: [],
  lines: [LINE],
};
const update = (staff: TestStaff, templateId: string, revision: number, change: object = {}) =>
  updateTemplate(edit(staff), { ...INPUT, ...change, templateId, revision }, NOW);
const problems = async (work: Promise<unknown>) => {
  const failure = await work.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Invalid);
  return (failure as Invalid).fieldErrors;
};
const lastAudit = async (action: Parameters<typeof auditTrail>[1], id: string) =>
  (await auditTrail(clinic.clinicId, action)).find(({ subjectId }) => subjectId === id);

describe("changing a template", () => {
  it("keeps doses, cues and order exactly, and writes down the names of what changed", async () => {
    const id = await make();
    const dosage = { ...HOLD_25, sets: 4, loadGrams: 2500, side: "left" as const };
    const lines = [{ slug: "clamshell", dosage, cue: "Hips still", caution: "Stop at pins" }, LINE];
    expect(await update(colleague, id, 1, { lines, name: "Hip set" })).toEqual({ revision: 2 });
    const found = await read(maya, id);
    expect(found).toMatchObject({
      name: "Hip set",
      summary: "After a fall",
      regions: ["hip"],
      texts: { en: { note: "Take your time." } },
      lines: [
        { exercise: { slug: "clamshell" }, dosage, cue: "Hips still", caution: "Stop at pins" },
        { exercise: { slug: "bridge" }, dosage: HOLD_25, cue: "Slowly", caution: null },
      ],
    });
    const event = await lastAudit("template.update", id);
    expect(event).toMatchObject({ actorUserId: colleague.userId });
    expect([...(event?.fields ?? [])].sort()).toEqual(["lines", "name", "notes", "summary"]);
  });

  it("saved as it stands does nothing", async () => {
    const id = await make();
    await update(maya, id, 1);
    expect(await update(maya, id, 2)).toEqual({ revision: 2 });
  });

  it("from an older one is refused with what stands; of two at once one is saved", async () => {
    const id = await make();
    await update(colleague, id, 1, { name: "Theirs" });
    const failure = await update(maya, id, 1, { name: "Mine" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Conflict);
    expect((failure as Conflict).current as TemplateDetail).toMatchObject({
      revision: 2,
      name: "Theirs",
    });
    const both = await Promise.allSettled([
      update(maya, id, 2, { name: "One" }),
      update(colleague, id, 2, { name: "Two" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read(maya, id)).revision).toBe(3);
  });

  it("a ready one, another clinic's, a colleague's own and none are not there", async () => {
    const [id, hidden] = [await make(), await make(true)];
    await expect(update(stranger, id, 1)).rejects.toBeInstanceOf(NotFound);
    await expect(update(maya, "knee-osteoarthritis", 1)).rejects.toBeInstanceOf(NotFound);
    await expect(update(maya, newId(), 1)).rejects.toBeInstanceOf(NotFound);
    for (const staff of [colleague, owner])
      await expect(update(staff, hidden, 1)).rejects.toBeInstanceOf(NotFound);
    expect(await read(maya, hidden)).toMatchObject({ revision: 1, summary: "" });
  });

  it("the front desk may not; the owner may", async () => {
    expect(() => edit(desk)).toThrow(Refused);
    expect(await update(owner, await make(), 1)).toEqual({ revision: 2 });
  });

  it("a retired one is brought back first", async () => {
    const id = await make();
    await retireOwnTemplate(maya, id);
    await expect(update(maya, id, 1)).rejects.toThrow(/retired/);
  });

  it("only its author shares it and takes it back", async () => {
    const id = await make(true);
    await update(maya, id, 1, { onlyForAuthor: false });
    expect((await read(colleague, id)).origin).toBe("clinic");
    await update(colleague, id, 2, { onlyForAuthor: true, name: "Still ours" });
    expect(await read(colleague, id)).toMatchObject({ origin: "clinic", name: "Still ours" });
    await update(maya, id, 3, { onlyForAuthor: true });
    await expect(read(colleague, id)).rejects.toBeInstanceOf(NotFound);
  });

  it("keeps what cannot be prescribed any more, and takes in nothing that is not there", async () => {
    const old = await makeOwnExercise(maya, { name: "Old one", retired: true });
    const lines = [{ slug: old, dosage: HOLD_25, cue: null, caution: null }, LINE];
    const id = await makeOwnTemplate(maya, { lines });
    await update(maya, id, 1, { lines });
    expect((await read(maya, id)).lines.map(({ obstacle }) => obstacle)).toEqual(["retired", null]);
    const foreign = await makeOwnExercise(stranger, { name: "Theirs" });
    for (const slug of ["no-such", foreign, "\0"])
      expect(
        Object.keys(await problems(update(maya, id, 2, { lines: [LINE, { ...LINE, slug }] }))),
      ).toEqual(["lines.1.slug"]);
    expect((await read(maya, id)).revision).toBe(2);
  });

  it.each([
    ["no name", { name: " \n " }, "name"],
    ["a name without a letter", { name: "—…" }, "name"],
    ["a name of a megabyte", { name: "x".repeat(1_000_000) }, "name"],
    ["a name that turns the line round", { name: "Knee \u202egnp" }, "name"],
    ["a name with U+0000", { name: "Knee\0" }, "name"],
    ["a number for a name", { name: 5 }, "name"],
    ["a long purpose", { summary: "é".repeat(601) }, "summary"],
    ["a long note", { notes: { en: "x".repeat(2001), es: null } }, "notes.en"],
    ["no notes", { notes: null }, "notes"],
    ["a language that is none", { writtenIn: "fr" }, "writtenIn"],
    ["perhaps only mine", { onlyForAuthor: "yes" }, "onlyForAuthor"],
    ["no exercise", { lines: [] }, "lines"],
    ["too many", { lines: Array.from({ length: MAX_EXERCISES + 1 }, () => LINE) }, "lines"],
    ["text for exercises", { lines: "bridge" }, "lines"],
    ["0 sets", { lines: [{ ...LINE, dosage: { ...HOLD_25, sets: 0 } }] }, "lines.0.dosage.sets"],
    ["a long cue", { lines: [{ ...LINE, cue: "x".repeat(501) }] }, "lines.0.cue"],
  ])("%s is an error at its field, and nothing is saved", async (_, change, field) => {
    const id = await make();
    expect(Object.keys(await problems(update(maya, id, 1, change)))).toEqual([field]);
    expect((await read(maya, id)).revision).toBe(1);
  });

  it.each(["", "x".repeat(1000), "\0", null, 5, ["a"], "../x"])(
    "%j is no template",
    async (templateId) => {
      const key = { templateId };
      for (const work of [
        updateTemplate(edit(maya), { ...INPUT, ...key, revision: 1 }, NOW),
        retireTemplate(edit(maya), key, NOW),
        restoreTemplate(edit(maya), key),
        duplicateTemplate(edit(maya), key, NOW),
      ])
        expect(Object.keys(await problems(work))).toEqual(["templateId"]);
    },
  );

  it("other scripts, accents and right-to-left words are kept as they are", async () => {
    const id = await make();
    const name = "تمارين الركبة · Übung 膝 🦵";
    await update(maya, id, 1, { name, lines: [{ ...LINE, cue: "ببطء  — langsam" }] });
    const found = await read(maya, id);
    expect([found.name, found.lines[0]?.cue]).toEqual([name, "ببطء  — langsam"]);
  });
});

describe("retiring and bringing back", () => {
  it("works, twice does nothing more, and is written down once", async () => {
    const id = await make();
    await retireTemplate(edit(colleague), { templateId: id }, NOW);
    await retireTemplate(edit(maya), { templateId: id }, NOW);
    expect((await read(maya, id)).isRetired).toBe(true);
    await restoreTemplate(edit(owner), { templateId: id });
    await restoreTemplate(edit(owner), { templateId: id });
    expect((await read(maya, id)).isRetired).toBe(false);
    for (const action of ["template.retire", "template.restore"] as const) {
      const events = await auditTrail(clinic.clinicId, action);
      expect(events.filter(({ subjectId }) => subjectId === id)).toHaveLength(1);
    }
  });

  it("another clinic's, a colleague's own and a ready one are not there; the front desk may not", async () => {
    const [id, hidden] = [await make(), await make(true)];
    const tries: [TestStaff, string][] = [
      [stranger, id],
      [colleague, hidden],
      [owner, hidden],
      [maya, "hamstrings"],
    ];
    for (const [staff, templateId] of tries) {
      await expect(retireTemplate(edit(staff), { templateId }, NOW)).rejects.toThrow(NotFound);
      await expect(restoreTemplate(edit(staff), { templateId })).rejects.toThrow(NotFound);
    }
    expect(() => edit(desk)).toThrow(Refused);
  });
});

describe("duplicating", () => {
  it("makes one's own of a ready one, with every dose and both notes", async () => {
    const ready = await read(maya, "knee-osteoarthritis");
    const { templateId } = await duplicateTemplate(edit(maya), { templateId: ready.id }, NOW);
    const copy = await read(maya, templateId);
    expect(copy).toMatchObject({
      name: "Knee osteoarthritis, first set (copy)",
      origin: "mine",
      authorId: maya.userId,
      conditions: ready.conditions,
      sources: ready.sources,
      reviewState: "clinic",
    });
    expect(copy.lines).toEqual(ready.lines);
    expect([copy.texts.en?.note, copy.texts.es?.note]).toEqual([
      ready.texts.en?.note,
      ready.texts.es?.note,
    ]);
    expect(await lastAudit("template.duplicate", templateId)).toMatchObject({
      actorUserId: maya.userId,
    });
    await expect(read(colleague, templateId)).rejects.toBeInstanceOf(NotFound);
  });

  it("of another clinic's, a colleague's own or a retired one finds nothing", async () => {
    const [id, hidden, retired] = [await make(), await make(true), await make()];
    await retireOwnTemplate(maya, retired);
    const tries: [TestStaff, string][] = [
      [stranger, id],
      [colleague, hidden],
      [maya, retired],
    ];
    for (const [staff, templateId] of tries)
      await expect(duplicateTemplate(edit(staff), { templateId }, NOW)).rejects.toThrow(NotFound);
  });

  it("cuts a long name between letters", () => {
    expect(Array.from(nameOfCopy("🦵".repeat(120)))).toHaveLength(120);
    expect(nameOfCopy("Knee")).toBe("Knee (copy)");
  });
});
