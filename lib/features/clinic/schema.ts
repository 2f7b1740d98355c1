import { z } from "zod";
import { STAFF_ROLES } from "../../../db/schema/people";
import { isTimeZone } from "../../domain/calendar/local-date";
import { PAIN_RULE_BOUNDS, PAIN_TEXT_MAX } from "../../domain/pain/pain-rule";
import { PAPER_SIZES } from "../../domain/plan/plan-document";
import { emailAddress, NAME_MAX, personName } from "../account/schema";

/** Inclusive bounds of the settings that mark a patient on the caseload. */
export const SIGNAL_BOUNDS = {
  silentDays: { min: 1, max: 60 },
  painRisePoints: { min: 1, max: 10 },
  highPain: { min: 1, max: 10 },
  burdenLimit: { min: 1, max: 30 },
} as const;

const PHONE_MAX = 40;
const ADDRESS_MAX = 300;

function whole({ min, max }: { min: number; max: number }) {
  const message = `Enter a whole number from ${min} to ${max}.`;
  return z
    .string(message)
    .trim()
    .regex(/^\d{1,3}$/, message)
    .transform(Number)
    .refine((n) => n >= min && n <= max, message);
}

/** Text that may be left empty; empty becomes null. */
function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .optional()
    .transform((text) => text || null);
}

export const updateClinicInput = z
  .object({
    name: z
      .string("Enter the clinic's name.")
      .trim()
      .min(1, "Enter the clinic's name.")
      .max(NAME_MAX, `Use at most ${NAME_MAX} characters.`),
    phone: optionalText(PHONE_MAX).refine(
      (phone) => phone === null || /^[0-9+ ()./-]+$/.test(phone),
      "Use digits, spaces and + only.",
    ),
    address: optionalText(ADDRESS_MAX),
    emergencyNumber: z
      .string("Enter the emergency number.")
      .trim()
      .min(2, "Enter the emergency number.")
      .max(20, "Use at most 20 characters.")
      .regex(/^[0-9+ ()-]+$/, "Use digits only, such as 112 or 911."),
    paperSize: z.enum(PAPER_SIZES, "Choose a paper size."),
    weekStart: whole({ min: 1, max: 7 }),
    timeZone: z
      .string("Choose a time zone.")
      .refine((zone) => isTimeZone(zone), "Choose a time zone from the list."),
    greenMax: whole(PAIN_RULE_BOUNDS.greenMax),
    amberMax: whole(PAIN_RULE_BOUNDS.amberMax),
    settledMax: whole(PAIN_RULE_BOUNDS.settledMax),
    greenText: optionalText(PAIN_TEXT_MAX),
    amberText: optionalText(PAIN_TEXT_MAX),
    redText: optionalText(PAIN_TEXT_MAX),
    silentDays: whole(SIGNAL_BOUNDS.silentDays),
    painRisePoints: whole(SIGNAL_BOUNDS.painRisePoints),
    highPain: whole(SIGNAL_BOUNDS.highPain),
    burdenLimit: whole(SIGNAL_BOUNDS.burdenLimit),
  })
  .refine((input) => input.greenMax < input.amberMax, {
    path: ["amberMax"],
    message: "This must be above the limit for carrying on.",
  });

const role = z.enum(STAFF_ROLES, "Choose a role.");

export const inviteStaffInput = z.object({ name: personName, email: emailAddress, role });

export const changeRoleInput = z.object({ role });
