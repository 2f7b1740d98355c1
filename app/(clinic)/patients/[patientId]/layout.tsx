import type { ReactNode } from "react";
import { PatientHeader } from "@/lib/features/patients/components/patient-header";
import { loadPatient } from "@/lib/features/patients/loaders";

export default async function PatientLayout({
  params,
  children,
}: {
  params: Promise<{ patientId: string }>;
  children: ReactNode;
}) {
  const { patientId } = await params;
  return (
    <>
      <PatientHeader page={await loadPatient(patientId)} />
      {children}
    </>
  );
}
