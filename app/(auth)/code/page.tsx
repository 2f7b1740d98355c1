import type { Metadata } from "next";
import { PatientFrame } from "@/lib/features/account/components/patient-frame";
import { PatientSignInForm } from "@/lib/features/account/components/patient-sign-in-form";
import { requireStranger } from "@/lib/features/account/loaders";
import { translator } from "@/lib/i18n/translator";

export const metadata: Metadata = { title: "Sign in with your code" };

export default async function CodePage() {
  const { locale } = await requireStranger();
  const t = translator(locale, "account.patient");
  return (
    <PatientFrame locale={locale} title={t("codeTitle")} subtitle={t("codeSubtitle")} staffLink>
      <PatientSignInForm />
    </PatientFrame>
  );
}
