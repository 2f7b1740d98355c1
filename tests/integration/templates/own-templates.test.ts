import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { NotFound } from "@/lib/errors/app-error";
import { templateCards, templateDetail } from "@/lib/features/templates/queries";
import { HOLD_25 } from "@/tests/integration/plans/plan-setup";
import { makeClinic, makePatient, makeStaff } from "@/tests/support/fixtures";
import { makeOwnExercise, makeOwnTemplate, retireOwnTemplate } from "./own-template";

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
    expect(cards.filter(({ own }) => own).map((card) => card.id)).toEqual([id]);
    expect(cards.find((card) => card.id === id)).toMatchObject({
      name: "Our set",
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

  it("is not there for another clinic, and no longer once it is retired", async () => {
    const { therapist, id } = await clinicWithTemplate();
    const stranger = (await makeStaff(await makeClinic())).access("view-library");
    await expect(templateDetail(stranger, id)).rejects.toBeInstanceOf(NotFound);
    expect((await templateCards(stranger)).map((card) => card.id)).not.toContain(id);
    await retireOwnTemplate(id);
    const own = therapist.access("view-library");
    await expect(templateDetail(own, id)).rejects.toBeInstanceOf(NotFound);
    expect((await templateCards(own)).map((card) => card.id)).not.toContain(id);
  });
});

describe("row-level security", () => {
  const counted = (scope: Parameters<typeof inScope>[0], id: string) =>
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

  it.each(["template", "template_text", "template_exercise"])(
    "lets nobody write %s yet",
    async (table) => {
      const therapist = await makeStaff(await makeClinic());
      const { clinicId, userId } = therapist;
      const write = inScope({ clinicId, userId }, (tx) =>
        tx.execute(sql`delete from ${sql.identifier(table)}`),
      );
      await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
    },
  );
});
