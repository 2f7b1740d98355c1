import { inScope } from "../../../db/client";
import type { RecordAccess } from "../../auth/access";
import { SIGN_IN_LINK_DAYS } from "../../auth/session-times";
import { env } from "../../env";
import { parse } from "../../errors/parse";
import { translator } from "../../i18n/translator";
import { insertLink, type MadeLink } from "./insert-link";
import {
  type Addressee,
  addressee,
  addressOf,
  countMail,
  mailed,
  markMailed,
} from "./mail-to-patient";
import { createSignInLinkInput } from "./schema";

export interface NewSignInLink extends MadeLink {
  /** `not_asked`, or how the e-mail went; a link that could not be mailed still works by hand. */
  readonly email: "not_asked" | "sent" | "failed";
}

/**
 * Makes a patient's way in: link, QR code and typed code, for 7 days. Earlier links of this patient stop
 * working; devices stay signed in. Throws `Conflict` for an archived patient and for e-mail without address,
 * `Throttled` for too many e-mails.
 */
export async function createSignInLink(
  access: RecordAccess<"invite-patient">,
  input: unknown,
  now: Date,
): Promise<NewSignInLink> {
  const { sendEmail } = parse(createSignInLinkInput, input);
  if (sendEmail) await countMail(access, now);
  const { made, person, to } = await inScope(access.scope, async (tx) => {
    const person = await addressee(tx, access);
    const to = sendEmail ? addressOf(person) : null;
    return { made: await insertLink(tx, access, now), person, to };
  });
  if (to === null) return { ...made, email: "not_asked" };
  const { subject, text } = linkWords(person, made);
  const sent = await mailed(to, subject, text);
  if (sent) await markMailed(access, made.linkId, now);
  return { ...made, email: sent ? "sent" : "failed" };
}

function linkWords({ language, givenName, clinicName }: Addressee, { url, code }: MadeLink) {
  const t = translator(language, "account");
  const text = t("mail.linkBody", {
    name: givenName,
    clinic: clinicName,
    url,
    codeUrl: `${env.origin}/code`,
    code,
    days: SIGN_IN_LINK_DAYS,
  });
  return { subject: t("mail.linkSubject"), text };
}
