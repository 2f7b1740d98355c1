import type { ReactNode } from "react";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { AuthCard } from "@/lib/ui/auth-card";

/** The card of set-up, invitation and recovery, with the clinic's messages for its form. */
export function StaffFrame({
  title,
  subtitle,
  footer,
  children,
}: {
  title: string;
  subtitle?: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <AuthCard
      name={translator("en", "common")("product")}
      title={title}
      subtitle={subtitle}
      footer={footer}
    >
      <MessageProvider locale="en" messages={{ clinic: messagesOf("en").clinic }}>
        {children}
      </MessageProvider>
    </AuthCard>
  );
}
