"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { IconButton } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { showToast } from "@/lib/ui/toast";

const IDLE: ActionState = { status: "idle" };

/** A cross that takes one row off the record; with `question` it asks first. */
export function RemoveRowButton({
  action,
  patientId,
  rowId,
  label,
  question,
}: {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  patientId: string;
  rowId: string;
  label: string;
  question?: { title: string; text: string };
}) {
  const t = useTranslations("patients.record");
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = async () => {
    const form = new FormData();
    form.set("patientId", patientId);
    form.set("rowId", rowId);
    const answer = await action(IDLE, form);
    if (answer.status === "ok") showToast({ message: t("removed") });
    else showToast({ message: answer.message ?? "", tone: "error" });
  };
  return (
    <>
      <IconButton
        icon="close"
        size="sm"
        label={label}
        aria-disabled={pending || undefined}
        onClick={() => (question ? setOpen(true) : pending || start(remove))}
      />
      {question && (
        <ConfirmDialog
          open={open}
          onOpenChange={setOpen}
          title={question.title}
          confirmLabel={t("remove")}
          cancelLabel={t("cancel")}
          danger
          onConfirm={remove}
        >
          {question.text}
        </ConfirmDialog>
      )}
    </>
  );
}
