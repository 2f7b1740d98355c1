import type { Metadata } from "next";
import { PASSWORD_RESET_MINUTES } from "@/lib/auth/session-times";
import { NewPasswordForm } from "@/lib/features/account/components/new-password-form";
import { StaffFrame } from "@/lib/features/account/components/staff-frame";
import { loadResetIsOpen } from "@/lib/features/account/loaders";
import { PASSWORD_MIN } from "@/lib/features/account/password-bounds";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";

export const metadata: Metadata = { title: "New password", robots: { index: false } };

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = translator("en", "clinic.recovery");
  if (!(await loadResetIsOpen(token)))
    return (
      <StaffFrame title={t("deadTitle")}>
        <p>{t("deadText", { minutes: PASSWORD_RESET_MINUTES })}</p>
        <LinkButton href="/recovery" wide className="mt-6">
          {t("again")}
        </LinkButton>
      </StaffFrame>
    );
  return (
    <StaffFrame title={t("newTitle")} subtitle={t("newText")}>
      <NewPasswordForm token={token} passwordMin={PASSWORD_MIN} />
    </StaffFrame>
  );
}
