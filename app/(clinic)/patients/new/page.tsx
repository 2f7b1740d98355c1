import type { Metadata } from "next";
import { NewPatientForm } from "@/lib/features/patients/components/new-patient-form";
import { loadPatientForm } from "@/lib/features/patients/loaders";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "New patient" };

export default async function NewPatientPage() {
  const { therapists, timeZones, timeZone, ownTherapistId } = await loadPatientForm();
  const t = translator("en", "patients.new");
  const header = translator("en", "patients.header");
  return (
    <MessageProvider locale="en" messages={{ patients: messagesOf("en").patients }}>
      <div className="max-w-[46rem]">
        <PageHeader
          title={t("title")}
          subtitle={t("subtitle")}
          breadcrumb={[{ href: "/caseload", label: header("caseload") }]}
          breadcrumbLabel={header("breadcrumb")}
        />
        <Card>
          <NewPatientForm
            choices={{ therapists, timeZones }}
            timeZone={timeZone}
            therapistId={ownTherapistId}
          />
        </Card>
      </div>
    </MessageProvider>
  );
}
