"use server";

import { refresh } from "next/cache";
import { recordAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { saveDiary } from "./save-diary";
import type { DiaryPayload } from "./schema";

/** A typed-in week and whose it is. */
export interface DiaryToSave extends DiaryPayload {
  readonly patientId: string;
}

/** Saves a week that was typed in from paper. */
export async function saveDiaryAction(input: DiaryToSave): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    const access = await recordAccess(viewer, input?.patientId, "enter-diary");
    await saveDiary(access, input, now);
    refresh();
    return { status: "ok" };
  });
}
