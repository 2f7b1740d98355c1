import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { plan } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { SIGN_IN_LINK_DAYS } from "../../auth/session-times";
import { canSendMail } from "../../email/send-mail";
import { env } from "../../env";
import { Conflict, NotFound } from "../../errors/app-error";
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
import { mailPlanInput } from "./schema";

export interface MailedPlan {
  /** How the e-mail went; `not_set_up`: this installation sends none. */
  readonly email: "sent" | "failed" | "not_set_up";
  /** What the e-mail leads to, to hand over where it did not go. Carries a sign-in only with `signIn`. */
  readonly url: string;
  /** The new sign-in link, told once; null: none was asked for. */
  readonly signIn: MadeLink | null;
}

/**
 * Tells a patient by e-mail, in their language, that there is a plan: with a new sign-in link (which ends
 * earlier ones) or the address of the plan page. Nothing of the plan itself is in it. Throws `NotFound`,
 * `Conflict` (nothing published, ended, archived, no address) and `Throttled`.
 */
export async function mailPlan(
  access: RecordAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<MailedPlan> {
  const { planId, withSignIn } = parse(mailPlanInput, input);
  const sends = canSendMail();
  if (sends) await countMail(access, now);
  const { person, to, address, signIn } = await inScope(access.scope, async (tx) => {
    const person = await addressee(tx, access);
    const address = await planAddress(tx, access, planId);
    const to = sends ? addressOf(person) : null;
    const signIn = withSignIn ? await insertLink(tx, access, now) : null;
    if (sends)
      await recordAudit(tx, access, {
        action: "plan.mail",
        subjectKind: "plan",
        subjectId: planId,
        patientId: access.patientId,
      });
    return { person, to, address, signIn };
  });
  const made = { url: signIn?.url ?? address, signIn };
  if (to === null) return { ...made, email: "not_set_up" };
  const { subject, text } = planWords(person, made);
  const sent = await mailed(to, subject, text);
  if (sent && signIn) await markMailed(access, signIn.linkId, now);
  return { ...made, email: sent ? "sent" : "failed" };
}

/** Where the newest version is shown to whoever is signed in. */
async function planAddress(tx: Tx, access: RecordAccess, planId: string): Promise<string> {
  const [found] = await tx
    .select({ qrToken: plan.qrToken, number: plan.latestVersion, endedOn: plan.endedOn })
    .from(plan)
    .where(
      and(
        eq(plan.clinicId, access.clinicId),
        eq(plan.patientId, access.patientId),
        eq(plan.id, planId),
      ),
    );
  if (!found) throw new NotFound();
  if (found.endedOn !== null) throw new Conflict("This plan has ended. No e-mail was sent.");
  if (found.number === 0)
    throw new Conflict("Nothing of this plan is published yet. No e-mail was sent.");
  return `${env.origin}/p/${found.qrToken}/${found.number}`;
}

function planWords(
  { language, givenName: name, clinicName: clinic }: Addressee,
  { url, signIn }: Pick<MailedPlan, "url" | "signIn">,
) {
  const t = translator(language, "account");
  const codeUrl = `${env.origin}/code`;
  const text = signIn
    ? t("mail.planBody", {
        name,
        clinic,
        url,
        codeUrl,
        code: signIn.code,
        days: SIGN_IN_LINK_DAYS,
      })
    : t("mail.planBodySignedIn", { name, clinic, url });
  return { subject: t("mail.planSubject"), text };
}
