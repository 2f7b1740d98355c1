import type { ReactNode } from "react";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { PageHeader } from "@/lib/ui/page-header";
import { TabsNav } from "@/lib/ui/tabs-nav";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  const t = translator("en", "clinic.settings");
  return (
    <MessageProvider locale="en" messages={{ clinic: messagesOf("en").clinic }}>
      <PageHeader title={t("title")}>
        <TabsNav
          label={t("tabs")}
          tabs={[
            { href: "/settings", label: t("tabClinic"), exact: true },
            { href: "/settings/staff", label: t("tabStaff") },
            { href: "/settings/audit", label: t("tabAudit") },
          ]}
        />
      </PageHeader>
      {children}
    </MessageProvider>
  );
}
