import Link from "next/link";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { momentWords } from "@/lib/i18n/moment-words";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import { handOutWords } from "../hand-out-words";
import { loadPatientAccess } from "../loaders";
import { MailPlanButton } from "./mail-plan-button";
import { SignInLinkButton } from "./sign-in-link-button";

/** Ways to get a published plan to the patient: an e-mail with a link, or a link to hand over. */
export async function PlanHandOverCard({
  patientId,
  planId,
}: {
  patientId: string;
  planId: string;
}) {
  const view = await loadPatientAccess(patientId);
  const { givenName, email, sendsMail, devices, link, host, timeZone } = view;
  const t = translator("en", "handout.mail");
  const { clinic, handout } = messagesOf("en");
  const to = email && {
    patientId,
    givenName,
    email,
    devices: devices.length,
    hasOpenLink: link !== null,
  };
  return (
    <MessageProvider locale="en" timeZone={timeZone} messages={{ clinic, handout }}>
      <Card title={t("cardTitle", { name: givenName })} subtitle={t("cardText")}>
        {sendsMail && !email && (
          <p className="mb-3">
            {t.rich("noAddress", {
              link: (words) => (
                <Link
                  href={`/patients/${patientId}/record`}
                  className="font-semibold text-spruce underline underline-offset-3"
                >
                  {words}
                </Link>
              ),
            })}
          </p>
        )}
        {!sendsMail && <p className="mb-3">{t("notSetUp")}</p>}
        <div className="flex flex-wrap gap-2">
          {sendsMail && to && <MailPlanButton planId={planId} to={to} place={{ host, timeZone }} />}
          <SignInLinkButton
            patientId={patientId}
            givenName={givenName}
            canEmail={false}
            hasOpenLink={link !== null}
            host={host}
            timeZone={timeZone}
            handOut={handOutWords(view)}
          />
        </div>
        {link?.emailedAt && (
          <p className="mt-3 text-sm text-secondary tabular-nums">
            {t("lastMailed", { date: momentWords(link.emailedAt, "en", timeZone) })}
          </p>
        )}
      </Card>
    </MessageProvider>
  );
}
