import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { momentWords } from "@/lib/i18n/moment-words";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import { handOutWords } from "../hand-out-words";
import { loadPatientAccess } from "../loaders";
import { DeviceList } from "./device-list";
import { RevokeLinkButton } from "./revoke-link-button";
import { SignInLinkButton } from "./sign-in-link-button";

/** How the patient signs in: the open link, a new one with QR code and typed code, and the devices signed in. */
export async function PatientAccessCard({ patientId }: { patientId: string }) {
  const view = await loadPatientAccess(patientId);
  const t = translator("en", "clinic.access");
  const moment = (at: Date) => momentWords(at, "en", view.timeZone);
  return (
    <MessageProvider
      locale="en"
      timeZone={view.timeZone}
      messages={{ clinic: messagesOf("en").clinic }}
    >
      <Card
        title={t("title")}
        subtitle={t("text", { name: view.givenName })}
        actions={
          !view.isArchived && (
            <SignInLinkButton
              patientId={patientId}
              givenName={view.givenName}
              canEmail={view.sendsMail && view.email !== null}
              hasOpenLink={view.link !== null}
              host={view.host}
              timeZone={view.timeZone}
              handOut={handOutWords(view)}
            />
          )
        }
      >
        {view.isArchived && <p>{t("archived")}</p>}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="tabular-nums">
            {view.link
              ? t("open", {
                  date: moment(view.link.createdAt),
                  until: moment(view.link.expiresAt),
                })
              : t("none")}
            {view.link && view.link.uses > 0 && ` ${t("openUsed", { uses: view.link.uses })}`}
            {view.link?.emailedAt && ` ${t("mailed", { date: moment(view.link.emailedAt) })}`}
          </p>
          {view.link && (
            <RevokeLinkButton patientId={patientId} linkId={view.link.id} label={t("revoke")} />
          )}
        </div>
        <p className="mt-1 text-secondary tabular-nums">
          {view.consentedAt
            ? t("consented", { date: moment(view.consentedAt) })
            : t("notConsented")}
        </p>
        <h3 className="mt-6 mb-2 font-semibold">{t("devicesTitle")}</h3>
        <DeviceList
          patientId={patientId}
          devices={view.devices.map((each) => ({
            id: each.id,
            name: each.device ?? t("unknownDevice"),
            times: `${t("deviceSince", { date: moment(each.createdAt) })} · ${t("deviceSeen", { date: moment(each.lastSeenAt) })}`,
          }))}
          words={{ none: t("devicesNone"), revoke: t("revokeDevice") }}
        />
      </Card>
    </MessageProvider>
  );
}
