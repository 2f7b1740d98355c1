import { applyScope, inScope } from "../../../db/client";
import { recordAudit } from "../../audit/record";
import { isId, type StaffViewer } from "../../auth/access";
import { openSession } from "../../auth/open-session";
import { NotFound } from "../../errors/app-error";
import { endSession } from "./end-sessions";
import { activeClinicIds } from "./staff-clinic";

/**
 * Ends the viewer's session and opens one in another of their clinics, without asking for the password again.
 * Throws `NotFound` for a clinic in which they are not active.
 */
export async function switchClinic(
  viewer: StaffViewer,
  clinicId: unknown,
  device: string | null,
  now: Date,
): Promise<{ sid: string }> {
  if (!isId(clinicId)) throw new NotFound();
  const { userId, sessionId } = viewer;
  return inScope({ clinicId: viewer.clinicId, userId }, async (tx) => {
    if (!(await activeClinicIds(tx, userId)).includes(clinicId)) throw new NotFound();
    await endSession(tx, viewer.clinicId, sessionId, now);
    await recordAudit(
      tx,
      { clinicId: viewer.clinicId, userId },
      { action: "account.sign-out", subjectKind: "session", subjectId: sessionId },
    );
    await applyScope(tx, { clinicId, userId });
    const opened = await openSession(tx, clinicId, { kind: "staff", userId }, device, now);
    await recordAudit(
      tx,
      { clinicId, userId },
      { action: "account.sign-in", subjectKind: "session", subjectId: opened.sessionId },
    );
    return { sid: opened.sid };
  });
}
