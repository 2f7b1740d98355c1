import type { Metadata } from "next";
import Link from "next/link";
import { PASSWORD_RESET_MINUTES } from "@/lib/auth/session-times";
import { RecoveryForm } from "@/lib/features/account/components/recovery-form";
import { StaffFrame } from "@/lib/features/account/components/staff-frame";
import { loadMailIsOn } from "@/lib/features/account/loaders";
import { translator } from "@/lib/i18n/translator";

export const metadata: Metadata = { title: "Forgotten password" };

export default function RecoveryPage() {
  const t = translator("en", "clinic.recovery");
  const mailIsOn = loadMailIsOn();
  return (
    <StaffFrame
      title={t("title")}
      subtitle={mailIsOn ? t("text") : undefined}
      footer={
        <Link href="/sign-in" className="font-semibold text-spruce underline underline-offset-4">
          {t("back")}
        </Link>
      }
    >
      {mailIsOn ? <RecoveryForm minutes={PASSWORD_RESET_MINUTES} /> : <p>{t("noMailText")}</p>}
    </StaffFrame>
  );
}
