import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/errors/app-error";
import { draftSince } from "@/lib/features/plans/draft-since";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { makeStaff } from "@/tests/support/fixtures";
import { input, line, makePlan, NOW, stranger } from "./plan-setup";

describe("looking for what others saved in a draft", () => {
  it("answers the draft and who saved it, and nothing while it is the same", async () => {
    const { access, clinic, planId } = await makePlan();
    expect(await draftSince(access, { planId, revision: 1 })).toBeNull();
    const other = await makeStaff(clinic, "therapist");
    await saveDraft(other.access("prescribe"), input(planId, 1, line("bridge")), NOW);
    const found = await draftSince(access, { planId, revision: 1 });
    expect(found).toMatchObject({ revision: 2, updatedBy: expect.any(String) });
    expect(found?.lines.map(({ slug }) => slug)).toEqual(["bridge"]);
    expect(await draftSince(access, { planId, revision: 2 })).toBeNull();
  });

  it("of another clinic is not found; the front desk is refused; nonsense is an error", async () => {
    const { clinic, access, planId } = await makePlan();
    await expect(draftSince(await stranger(), { planId, revision: 1 })).rejects.toBeInstanceOf(
      NotFound,
    );
    const desk = await makeStaff(clinic, "front_desk");
    expect(() => desk.access("prescribe")).toThrow();
    await expect(draftSince(access, { planId: "x", revision: 1 })).rejects.toMatchObject({
      fieldErrors: { planId: expect.any(String) },
    });
  });
});
