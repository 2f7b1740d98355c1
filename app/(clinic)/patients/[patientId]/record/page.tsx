import type { Metadata } from "next";
import { PatientAccessCard } from "@/lib/features/invitations/components/patient-access-card";
import { ArchiveCard } from "@/lib/features/patients/components/archive-card";
import { ConditionsCard } from "@/lib/features/patients/components/conditions-card";
import { ContactCard } from "@/lib/features/patients/components/contact-card";
import { GoalsCard } from "@/lib/features/patients/components/goals-card";
import { conditionWords, visitWords } from "@/lib/features/patients/components/record-words";
import { VisitsCard } from "@/lib/features/patients/components/visits-card";
import { loadRecord } from "@/lib/features/patients/loaders";
import { StandingNotice } from "@/lib/features/plans/components/standing-notice";
import { loadPlanStanding } from "@/lib/features/plans/loaders";
import { nearDate } from "@/lib/i18n/date-words";
import { MessageProvider } from "@/lib/i18n/message-provider";
import { messagesOf } from "@/lib/i18n/messages";

export const metadata: Metadata = { title: "Record" };

export default async function RecordPage({ params }: { params: Promise<{ patientId: string }> }) {
  const { patientId } = await params;
  const record = await loadRecord(patientId);
  const standing = record.clinical && (await loadPlanStanding(patientId));
  const { contact, clinical, conditionChoices, therapists, timeZones } = record;
  const { today, archivedOn } = contact;
  const mayEdit = record.mayEditRecord && archivedOn === null;
  return (
    <MessageProvider locale="en" messages={{ patients: messagesOf("en").patients }}>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="grid min-w-0 gap-4">
          {standing && <StandingNotice standing={standing} />}
          {clinical && (
            <ConditionsCard
              patientId={patientId}
              conditions={clinical.conditions.map((row) =>
                conditionWords(row, conditionChoices, today),
              )}
              choices={conditionChoices}
              mayEdit={mayEdit}
            />
          )}
          {clinical && (
            <GoalsCard
              patientId={patientId}
              goals={clinical.goals.map((goal) => ({
                ...goal,
                addedWords: nearDate(goal.addedOn, today, "en"),
              }))}
              mayEdit={mayEdit}
            />
          )}
          <ContactCard contact={contact} choices={{ therapists, timeZones }} />
        </div>
        <div className="grid min-w-0 gap-4">
          <VisitsCard
            patientId={patientId}
            next={contact.nextVisits.map((visit) => visitWords(visit, today))}
            past={contact.pastVisits.map((visit) => visitWords(visit, today))}
            mayEdit={archivedOn === null}
          />
          <PatientAccessCard patientId={patientId} />
          {record.mayEditRecord && (
            <ArchiveCard
              patientId={patientId}
              name={contact.givenName}
              archivedWords={archivedOn && nearDate(archivedOn, today, "en")}
            />
          )}
        </div>
      </div>
    </MessageProvider>
  );
}
