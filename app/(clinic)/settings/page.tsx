import type { Metadata } from "next";
import { LogoCard } from "@/lib/features/clinic/components/logo-card";
import { SettingsForm } from "@/lib/features/clinic/components/settings-form";
import { loadSettings } from "@/lib/features/clinic/loaders";
import { timeZones } from "@/lib/i18n/time-zones";

export const metadata: Metadata = { title: "Clinic settings" };

export default async function SettingsPage() {
  const settings = await loadSettings();
  const { hasLogo, id, ...values } = settings;
  return (
    <div className="grid max-w-[56rem] gap-4">
      <SettingsForm settings={values} timeZones={timeZones()} />
      <LogoCard hasLogo={hasLogo} clinic={values} />
    </div>
  );
}
