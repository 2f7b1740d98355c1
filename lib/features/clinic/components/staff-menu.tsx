"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { PASSWORD_RESET_MINUTES } from "@/lib/auth/session-times";
import type { ActionState } from "@/lib/errors/action-state";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { CopyField } from "@/lib/ui/copy-field";
import { Dialog } from "@/lib/ui/dialog";
import { Menu, type MenuEntry } from "@/lib/ui/menu";
import { showToast } from "@/lib/ui/toast";
import {
  changeRoleAction,
  createResetLinkAction,
  disableStaffAction,
  enableStaffAction,
} from "../actions";
import type { StaffMember } from "../staff-queries";

const ROLES = ["owner", "therapist", "front_desk"] as const;

type StaffAction = typeof changeRoleAction;

/** What an owner may do with a colleague. */
export function StaffMenu({ member }: { member: StaffMember }) {
  const t = useTranslations("clinic");
  const [, start] = useTransition();
  const [asking, setAsking] = useState(false);
  const [resetUrl, setResetUrl] = useState<string | null>(null);
  const { userId, name } = member;

  async function run(action: StaffAction, fields: Record<string, string>): Promise<ActionState> {
    const form = new FormData();
    for (const [key, value] of Object.entries({ userId, ...fields })) form.set(key, value);
    const state = await action({ status: "idle" }, form);
    if (state.status !== "ok") showToast({ message: state.message ?? "", tone: "error" });
    return state;
  }

  const runThen = (action: StaffAction, fields: Record<string, string>, message: string) =>
    start(async () => {
      const state = await run(action, fields);
      if (state.status === "ok") showToast({ message });
    });

  const roles: MenuEntry[] = ROLES.filter((role) => role !== member.role).map((role) => {
    const words = t(`roles.${role}`).toLowerCase();
    return {
      id: role,
      label: t("staff.makeRole", { role: words }),
      onAction: () =>
        runThen(changeRoleAction, { role }, t("staff.roleDone", { name, role: words })),
    };
  });
  const reset: MenuEntry = {
    id: "reset",
    label: t("staff.createReset"),
    onAction: () =>
      start(async () => {
        const { data } = await run(createResetLinkAction, {});
        if (data?.url) setResetUrl(data.url);
      }),
  };
  const entries: MenuEntry[] = member.isDisabled
    ? [
        {
          id: "enable",
          label: t("staff.enable"),
          onAction: () => runThen(enableStaffAction, {}, t("staff.enabledDone", { name })),
        },
      ]
    : [
        ...roles,
        ...(member.isSelf ? [] : [reset]),
        { id: "disable", label: t("staff.disable"), danger: true, onAction: () => setAsking(true) },
      ];

  return (
    <>
      <Menu label={t("staff.actionsFor", { name })} entries={entries} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("staff.disableTitle", { name })}
        confirmLabel={t("staff.disable")}
        cancelLabel={t("staff.cancel")}
        danger
        onConfirm={async () => {
          const state = await run(disableStaffAction, {});
          if (state.status === "ok") showToast({ message: t("staff.disabledDone", { name }) });
        }}
      >
        <p>{t("staff.disableText")}</p>
      </ConfirmDialog>
      <Dialog
        open={resetUrl !== null}
        onOpenChange={(open) => !open && setResetUrl(null)}
        title={t("staff.resetReadyTitle", { name })}
        closeLabel={t("staff.close")}
        footer={
          <Button variant="primary" onClick={() => setResetUrl(null)}>
            {t("staff.done")}
          </Button>
        }
      >
        <p className="mb-5">{t("staff.resetReadyText", { minutes: PASSWORD_RESET_MINUTES })}</p>
        <CopyField
          label={t("staff.linkLabel")}
          value={resetUrl ?? ""}
          copyLabel={t("staff.copy")}
          copiedLabel={t("staff.copied")}
        />
      </Dialog>
    </>
  );
}
