import type { Metadata } from "next";
import { DeadLink } from "@/lib/features/account/components/dead-link";
import { PatientFrame } from "@/lib/features/account/components/patient-frame";
import { PatientSignInForm } from "@/lib/features/account/components/patient-sign-in-form";
import { loadSignInLink } from "@/lib/features/account/loaders";
import { translator } from "@/lib/i18n/translator";

export const metadata: Metadata = { title: "Welcome", robots: { index: false } };

export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await loadSignInLink(token);
  const t = translator(link.locale, "account.patient");
  if (!link.isOpen) return <DeadLink {...link} />;
  return (
    <PatientFrame
      locale={link.locale}
      title={t("linkTitle")}
      subtitle={t("linkSubtitle", { clinic: link.clinicName ?? "" })}
    >
      <PatientSignInForm token={token} />
    </PatientFrame>
  );
}
