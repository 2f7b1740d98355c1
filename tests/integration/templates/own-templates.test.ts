import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope, type Scope } from "@/db/client";
import { newId } from "@/db/id";
import { NotFound } from "@/lib/errors/app-error";
import { templateCards, templateDetail } from "@/lib/features/templates/queries";
import { HOLD_25 } from "@/tests/integration/plans/plan-setup";
import { makeClinic, makePatient, makeStaff } from "@/tests/support/fixtures";
import { makeOwnExercise, makeOwnTemplate, retireOwnTemplate } from "./own-template";

const BRIDGE = [{ slug: "bridge", dosage: HOLD_25 }];

async function clinicWithTemplate() {
  const clinic = await makeClinic();
  const therapist = await makeStaff(clinic);
  const slugs = {
    retired: await makeOwnExercise(therapist, { name: "Old one", retired: true }),
    unready: await makeOwnExercise(therapist, { name: "Imported one", ready: false }),
  };
  const lines = ["bridge", "neck-circles", slugs.retired, slugs.unready].map((slug) => ({
    slug,
    dosage: HOLD_25,
  }));
  const id = await makeOwnTemplate(therapist, { lines, conditions: ["knee_oa"] });
  return { clinic, therapist, slugs, id };
}

describe("a clinic's own template", () => {
  it("is listed beside Carryover's, counting only what can be prescribed", async () => {
    const { therapist, id } = await clinicWithTemplate();
    const cards = await templateCards(therapist.access("view-library"));
    expect(cards.filter(({ origin }) => origin === "clinic").map((card) => card.id)).toEqual([id]);
    expect(cards.find((card) => card.id === id)).toMatchObject({
      name: "Our set",
      author: therapist.name,
      leftOut: 3,
      burden: { exerciseCount: 1 },
      figures: [{ mirrored: false }],
    });
  });

  it("shows what is retired, not ready or to be avoided, each with its reason", async () => {
    const { therapist, id, slugs } = await clinicWithTemplate();
    const { lines, texts } = await templateDetail(therapist.access("view-library"), id);
    expect(lines.map(({ exercise, obstacle }) => [exercise.slug, obstacle])).toEqual([
      ["bridge", null],
      ["neck-circles", "avoid"],
      [slugs.retired, "retired"],
      [slugs.unready, "notReady"],
    ]);
    expect(texts.es).toBeUndefined();
  });

  it("is not there for another clinic; retired, it is listed apart and can still be read", async () => {
    const { therapist, id } = await clinicWithTemplate();
    const stranger = (await makeStaff(await makeClinic())).access("view-library");
    await retireOwnTemplate(therapist, id);
    for (const retired of [false, true])
      expect((await templateCards(stranger, { retired })).map((card) => card.id)).not.toContain(id);
    await expect(templateDetail(stranger, id)).rejects.toBeInstanceOf(NotFound);
    const own = therapist.access("view-library");
    expect((await templateCards(own)).map((card) => card.id)).not.toContain(id);
    expect((await templateCards(own, { retired: true })).map((card) => card.id)).toEqual([id]);
    expect(await templateDetail(own, id)).toMatchObject({ isRetired: true });
  });
});

describe("one that is a person's own", () => {
  it("is there for its author, and for nobody else of the clinic, the owner included", async () => {
    const clinic = await makeClinic();
    const [author, colleague, owner, desk] = await Promise.all([
      makeStaff(clinic),
      makeStaff(clinic),
      makeStaff(clinic, "owner"),
      makeStaff(clinic, "front_desk"),
    ]);
    const id = await makeOwnTemplate(author, { onlyForAuthor: true, lines: BRIDGE });
    const mine = (await templateCards(author.access("view-library"))).find((one) => one.id === id);
    expect(mine).toMatchObject({ origin: "mine" });
    await retireOwnTemplate(colleague, id);
    for (const other of [colleague, owner, desk]) {
      const access = other.access("view-library");
      expect((await templateCards(access)).map((one) => one.id)).not.toContain(id);
      expect((await templateCards(access, { retired: true })).map((one) => one.id)).toEqual([]);
      await expect(templateDetail(access, id)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await templateDetail(author.access("view-library"), id)).toMatchObject({
      isRetired: false,
    });
  });
});

describe("row-level security", () => {
  const counted = (scope: Scope, id: string) =>
    inScope(scope, async (tx) => {
      const [row] = await tx.execute<{ rows: number }>(sql`select
        (select count(*) from template where id = ${id})::int
        + (select count(*) from template_text where id = ${id})::int
        + (select count(*) from template_exercise where template_id = ${id})::int as rows`);
      return row?.rows;
    });

  it("hides a clinic's own from other clinics and from patients", async () => {
    const { clinic, therapist, id } = await clinicWithTemplate();
    const { clinicId } = clinic;
    const patient = await makePatient(clinic);
    const other = await makeClinic();
    expect(await counted({ clinicId, userId: therapist.userId }, id)).toBe(6);
    expect(await counted({ clinicId: other.clinicId }, id)).toBe(0);
    expect(await counted({ clinicId, patientId: patient.patientId }, id)).toBe(0);
    expect(await counted({}, id)).toBe(0);
  });

  it("hides a person's own, its text and its exercises from colleagues, and lets them change nothing", async () => {
    const clinic = await makeClinic();
    const { clinicId } = clinic;
    const [author, colleague] = [await makeStaff(clinic), await makeStaff(clinic)];
    const id = await makeOwnTemplate(author, { onlyForAuthor: true, lines: BRIDGE });
    expect(await counted({ clinicId, userId: author.userId }, id)).toBe(3);
    for (const scope of [{ clinicId }, { clinicId, userId: colleague.userId }]) {
      expect(await counted(scope, id)).toBe(0);
      const touched = await inScope(scope, async (tx) => [
        ...(await tx.execute(
          sql`update template set retired_at = now() where id = ${id} returning 1`,
        )),
        ...(await tx.execute(sql`delete from template_text where id = ${id} returning 1`)),
        ...(await tx.execute(
          sql`delete from template_exercise where template_id = ${id} returning 1`,
        )),
      ]);
      expect(touched).toEqual([]);
    }
    expect(await counted({ clinicId, userId: author.userId }, id)).toBe(3);
  });

  const refused = async (scope: Scope, statement: ReturnType<typeof sql>) => {
    const write = inScope(scope, (tx) => tx.execute(statement));
    await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
  };

  it("lets nobody write to a ready template, to another clinic's, or for somebody else", async () => {
    const clinic = await makeClinic();
    const { clinicId } = clinic;
    const [maya, dan] = [await makeStaff(clinic), await makeStaff(clinic)];
    const stranger = await makeStaff(await makeClinic());
    const foreign = await makeOwnTemplate(stranger, { lines: BRIDGE });
    const hidden = await makeOwnTemplate(dan, { onlyForAuthor: true, lines: BRIDGE });
    const scope = { clinicId, userId: maya.userId };
    for (const id of ["knee-osteoarthritis", foreign, hidden]) {
      await refused(
        scope,
        sql`insert into template_text values (${id}, 'es', ${clinicId}, 'x', 'x', 'x')`,
      );
      await refused(
        scope,
        sql`insert into template_exercise (template_id, position, clinic_id, slug, sets, reps, side, pattern,
          times_per_day_min, times_per_day_max) values (${id}, 99, ${clinicId}, 'bridge', 1, 1, 'none', 'daily', 1, 1)`,
      );
    }
    const one = (id: string, clinic: string | null, by: string | null, only: string | null) =>
      sql`insert into template (id, clinic_id, created_by, only_for, regions, conditions, sources, basis,
        review_state, position) values (${id}, ${clinic}, ${by}, ${only}, '{}', '{}', '{}', '', 'clinic', 0)`;
    await refused(scope, one(newId(), null, null, null));
    await refused(scope, one(newId(), stranger.clinicId, maya.userId, null));
    await refused(scope, one(newId(), clinicId, dan.userId, dan.userId));
    await refused(scope, sql`delete from template where clinic_id = ${clinicId}`);
  });
});
