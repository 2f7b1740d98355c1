"use client";

import { useState } from "react";
import { Button } from "../../../../ui/button";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { showToast } from "../../../../ui/toast";
import { endPlanAction } from "../../actions";

/** Asks, then ends the plan. */
export function EndPlanButton({
  planId,
  labels,
}: {
  planId: string;
  labels: Record<"button" | "title" | "text" | "confirm" | "cancel" | "failed", string>;
}) {
  const [open, setOpen] = useState(false);
  const end = async () => {
    const state = await endPlanAction(planId).catch(() => null);
    if (state?.status !== "ok")
      showToast({ message: state?.message ?? labels.failed, tone: "error" });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{labels.button}</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={labels.title}
        confirmLabel={labels.confirm}
        cancelLabel={labels.cancel}
        danger
        onConfirm={end}
      >
        {labels.text}
      </ConfirmDialog>
    </>
  );
}
