import { z } from "zod";
import { isId } from "../../auth/access";

/** A checkbox of a form: present when ticked. */
const ticked = z
  .union([z.boolean(), z.literal("on"), z.literal("")])
  .optional()
  .transform((value) => value === true || value === "on");

export const createSignInLinkInput = z.object({ sendEmail: ticked });

export const mailPlanInput = z.object({
  planId: z.string("Reload the page.").refine(isId, "Reload the page."),
  withSignIn: ticked,
});
