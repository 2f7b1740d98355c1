"use server";

import { refresh } from "next/cache";
import { clinicAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { translator } from "../../i18n/translator";
import { withdrawImport } from "./import/withdraw-import";

/** Takes an import back. The message says what left and what stayed. */
export async function withdrawImportAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = clinicAccess(viewer, "edit-library");
    const { editedNames, ...counts } = await withdrawImport(access, Object.fromEntries(form), now);
    refresh();
    const t = translator("en", "imports.past");
    const more = counts.edited - editedNames.length;
    const edited =
      counts.edited > 0 && t("edited", { ...counts, names: editedNames.join(", "), more });
    return { status: "ok", message: [t("withdrawn", counts), edited].filter(Boolean).join(" ") };
  });
}
