import type { Metadata } from "next";
import Link from "next/link";
import { LanguageSwitch } from "@/lib/features/account/components/language-switch";
import { SignInForm } from "@/lib/features/account/components/sign-in-form";
import { requireStranger } from "@/lib/features/account/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { AuthCard } from "@/lib/ui/auth-card";
import { Notice } from "@/lib/ui/notice";

export const metadata: Metadata = { title: "Sign in" };

const LINK = "font-semibold text-spruce underline underline-offset-4";

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, setUpIsOpen } = await requireStranger();
  const { notice, error } = await searchParams;
  const t = translator(locale, "account");
  return (
    <div lang={locale}>
      <AuthCard
        name={translator(locale, "common")("product")}
        title={t("signIn.title")}
        subtitle={t("signIn.subtitle")}
        footer={
          <div className="grid justify-items-center gap-3">
            <p>
              {t("signIn.patient")}{" "}
              <Link href="/code" className={LINK}>
                {t("signIn.patientLink")}
              </Link>
            </p>
            <LanguageSwitch locale={locale} />
          </div>
        }
      >
        {setUpIsOpen && (
          <Notice className="mb-5">
            {t("signIn.setUp")}{" "}
            <Link href="/setup" className={LINK}>
              {t("signIn.setUpLink")}
            </Link>
          </Notice>
        )}
        {(notice === "passwordChanged" || notice === "ready") && (
          <Notice tone="spruce" className="mb-5">
            {t(`signIn.${notice}`)}
          </Notice>
        )}
        {error && (
          <Notice tone="clay" className="mb-5">
            {t(error === "CredentialsSignin" ? "signInErrors.wrong" : "signInErrors.failed")}
          </Notice>
        )}
        <MessageProvider locale={locale} messages={{ account: messagesOf(locale).account }}>
          <SignInForm />
        </MessageProvider>
        <p className="mt-5 text-sm">
          <Link href="/recovery" className={LINK}>
            {t("signIn.forgot")}
          </Link>
        </p>
      </AuthCard>
    </div>
  );
}
