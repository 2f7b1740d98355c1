import Link from "next/link";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { AuthCard } from "@/lib/ui/auth-card";
import { LanguageSwitch } from "./language-switch";

const LINK = "font-semibold text-spruce underline underline-offset-4";

/** The frame of a patient's way in: large type, the language in sight, what staying signed in means. */
export function PatientFrame({
  locale,
  title,
  subtitle,
  staffLink,
  children,
}: {
  locale: Locale;
  title: string;
  subtitle?: string;
  staffLink?: boolean;
  children: ReactNode;
}) {
  const t = translator(locale, "account.patient");
  return (
    <div lang={locale}>
      <AuthCard
        large
        name={translator(locale, "common")("product")}
        title={title}
        subtitle={subtitle}
        footer={
          <div className="grid justify-items-center gap-3">
            <LanguageSwitch locale={locale} />
            <p>{t("stay")}</p>
            <p>
              <Link href="/privacy" className={LINK}>
                {t("privacy")}
              </Link>
            </p>
            {staffLink && (
              <p>
                {t("staff")}{" "}
                <Link href="/sign-in" className={LINK}>
                  {t("staffLink")}
                </Link>
              </p>
            )}
          </div>
        }
      >
        <MessageProvider locale={locale} messages={{ account: messagesOf(locale).account }}>
          {children}
        </MessageProvider>
      </AuthCard>
    </div>
  );
}
