import type { Metadata } from "next";
import { SetUpForm } from "@/lib/features/account/components/set-up-form";
import { StaffFrame } from "@/lib/features/account/components/staff-frame";
import { requireSetUpOpen } from "@/lib/features/account/loaders";
import { PASSWORD_MIN } from "@/lib/features/account/password-bounds";
import { timeZones } from "@/lib/i18n/time-zones";
import { translator } from "@/lib/i18n/translator";

export const metadata: Metadata = { title: "Set up your clinic" };

export default async function SetUpPage() {
  await requireSetUpOpen();
  const t = translator("en", "clinic.setUp");
  return (
    <StaffFrame title={t("title")} subtitle={t("subtitle")}>
      <SetUpForm timeZones={timeZones()} passwordMin={PASSWORD_MIN} />
    </StaffFrame>
  );
}
