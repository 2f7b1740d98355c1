import { inScope } from "../../../db/client";
import { recordAudit } from "../../audit/record";
import type { Viewer } from "../../auth/access";
import { endSession } from "./end-sessions";

/** Ends the viewer's own session. A second call changes nothing. */
export async function signOut(viewer: Viewer, now: Date): Promise<void> {
  const { clinicId, sessionId } = viewer;
  const actor =
    viewer.kind === "staff" ? { userId: viewer.userId } : { patientId: viewer.patientId };
  await inScope({ clinicId, ...actor }, async (tx) => {
    if (!(await endSession(tx, clinicId, sessionId, now))) return;
    await recordAudit(
      tx,
      { clinicId, ...actor },
      { action: "account.sign-out", subjectKind: "session", subjectId: sessionId },
    );
  });
}
