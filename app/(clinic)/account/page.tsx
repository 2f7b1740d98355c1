import type { Metadata } from "next";
import { SESSION_TIMES } from "@/lib/auth/session-times";
import {
  EndSessionForm,
  NameForm,
  PasswordForm,
  SwitchClinicForm,
} from "@/lib/features/account/components/account-forms";
import { loadAccount } from "@/lib/features/account/loaders";
import { PASSWORD_MIN } from "@/lib/features/account/password-bounds";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { momentWords } from "@/lib/i18n/moment-words";
import { translator } from "@/lib/i18n/translator";
import { Badge } from "@/lib/ui/badge";
import { Card } from "@/lib/ui/card";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Your account" };

const HOUR_MS = 3_600_000;
const ROW =
  "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0";

export default async function AccountPage() {
  const account = await loadAccount();
  const t = translator("en", "clinic.account");
  const moment = (at: Date) => momentWords(at, "en", account.timeZone);
  return (
    <MessageProvider locale="en" messages={{ clinic: messagesOf("en").clinic }}>
      <PageHeader title={t("title")} />
      <div className="grid max-w-[46rem] gap-4">
        <Card title={t("nameTitle")}>
          <NameForm name={account.name} email={account.email} />
        </Card>
        <Card
          title={t("passwordTitle")}
          subtitle={t("passwordChanged", { date: moment(account.passwordChangedAt) })}
        >
          <PasswordForm email={account.email} passwordMin={PASSWORD_MIN} />
        </Card>
        <Card
          title={t("sessionsTitle")}
          subtitle={t("sessionsText", { hours: SESSION_TIMES.staff.idleMs / HOUR_MS })}
        >
          <ul>
            {account.sessions.map((each) => (
              <li key={each.id} className={ROW}>
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {each.device ?? t("unknownDevice")}
                    {each.id === account.sessionId && (
                      <Badge tone="spruce">{t("thisDevice")}</Badge>
                    )}
                  </p>
                  <p className="text-sm text-secondary tabular-nums">
                    {t("since", { date: moment(each.createdAt) })} ·{" "}
                    {t("lastSeen", { date: moment(each.lastSeenAt) })}
                  </p>
                </div>
                {each.id !== account.sessionId && (
                  <EndSessionForm sessionId={each.id} device={each.device ?? t("unknownDevice")} />
                )}
              </li>
            ))}
          </ul>
        </Card>
        {account.clinics.length > 1 && (
          <Card title={t("clinicsTitle")} subtitle={t("clinicsText")}>
            <ul>
              {account.clinics.map((clinic) => (
                <li key={clinic.id} className={ROW}>
                  <p className="font-semibold">{clinic.name}</p>
                  {clinic.id === account.clinicId ? (
                    <Badge tone="spruce">{t("here")}</Badge>
                  ) : (
                    <SwitchClinicForm clinicId={clinic.id} name={clinic.name} />
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </MessageProvider>
  );
}
