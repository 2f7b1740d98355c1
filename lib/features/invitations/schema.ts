import { z } from "zod";

/** A checkbox of a form: present when ticked. */
const ticked = z
  .union([z.boolean(), z.literal("on"), z.literal("")])
  .optional()
  .transform((value) => value === true || value === "on");

export const createSignInLinkInput = z.object({ sendEmail: ticked });
