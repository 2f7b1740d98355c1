import "server-only";
import { notFound } from "next/navigation";
import { requireRecord } from "../../auth/viewer";
import { canSendMail } from "../../email/send-mail";
import { env } from "../../env";
import { NotFound } from "../../errors/app-error";
import { type PatientAccessView, patientAccess } from "./queries";

/** For the record page: how this patient signs in. Not found for other clinics' patients. */
export async function loadPatientAccess(
  patientId: string,
): Promise<PatientAccessView & { sendsMail: boolean; host: string }> {
  try {
    const access = await requireRecord(patientId, "invite-patient");
    const view = await patientAccess(access, new Date());
    return { ...view, sendsMail: canSendMail(), host: new URL(env.origin).host };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
