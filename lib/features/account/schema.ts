import { z } from "zod";
import { isLocalDate, isTimeZone } from "../../domain/calendar/local-date";
import { PASSWORD_MAX, PASSWORD_MIN } from "./password-bounds";

export const NAME_MAX = 120;
export const EMAIL_MAX = 254;
const SECRET_MAX = 200;

/** A new password; long beats complicated. */
export const newPassword = z
  .string("Choose a password.")
  .min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters; a few words in a row are good.`)
  .max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`);

export const personName = z
  .string("Enter a name.")
  .trim()
  .min(1, "Enter a name.")
  .max(NAME_MAX, `Use at most ${NAME_MAX} characters.`);

/** E-mail addresses are kept lower case. */
export const emailAddress = z
  .string("Enter an e-mail address.")
  .trim()
  .toLowerCase()
  .max(EMAIL_MAX, `Use at most ${EMAIL_MAX} characters.`)
  .pipe(z.email("Enter an e-mail address such as name@clinic.com."));

/** A password as typed for checking: any text, but not a megabyte of it. */
export const givenPassword = z
  .string("Enter your password.")
  .min(1, "Enter your password.")
  .max(PASSWORD_MAX, "That is longer than any password here.");

export const timeZone = z
  .string("Choose a time zone.")
  .refine((zone) => isTimeZone(zone), "Choose a time zone from the list.");

const secret = z.string("The link is not complete.").min(1).max(SECRET_MAX);

const date = z.string().refine(isLocalDate, "Enter day, month and year of birth.");

export const staffSignInInput = z.object({ email: emailAddress, password: givenPassword });

export const patientSignInInput = z
  .object({
    token: secret.optional(),
    code: z.string("Enter the code.").max(40, "The code has 8 letters and digits.").optional(),
    birthOn: date,
  })
  .refine((input) => Boolean(input.token) !== Boolean(input.code), {
    path: ["code"],
    message: "Enter the code.",
  });

export const setUpInput = z.object({
  code: z
    .string("Enter the code from the console.")
    .trim()
    .min(1, "Enter the code from the console.")
    .max(40, "That is longer than the code."),
  clinicName: z
    .string("Enter the clinic's name.")
    .trim()
    .min(1, "Enter the clinic's name.")
    .max(NAME_MAX, `Use at most ${NAME_MAX} characters.`),
  timeZone,
  emergencyNumber: z
    .string("Enter the emergency number patients call.")
    .trim()
    .min(2, "Enter the emergency number patients call.")
    .max(20, "Use at most 20 characters.")
    .regex(/^[0-9+ ()-]+$/, "Use digits only, such as 112 or 911."),
  name: personName,
  email: emailAddress,
  password: newPassword,
});

export const acceptInvitationInput = z.object({
  token: secret,
  name: personName.optional(),
  password: givenPassword,
});

export const changePasswordInput = z.object({ current: givenPassword, next: newPassword });

export const requestResetInput = z.object({ email: emailAddress });

export const completeResetInput = z.object({ token: secret, password: newPassword });

export const updateAccountInput = z.object({ name: personName });

export const giveConsentInput = z.object({
  version: z.string().max(20),
  locale: z.enum(["en", "es"]),
});
