"use client";

import { useState } from "react";
import { Button } from "../../../../ui/button";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { showToast } from "../../../../ui/toast";
import { beginPhaseAction } from "../../actions";

/** Asks, then begins the phase today. */
export function BeginPhaseButton({
  planId,
  phaseId,
  labels,
}: {
  planId: string;
  phaseId: string;
  labels: Record<"button" | "title" | "text" | "confirm" | "cancel" | "failed", string>;
}) {
  const [open, setOpen] = useState(false);
  const begin = async () => {
    const state = await beginPhaseAction({ planId, phaseId }).catch(() => null);
    if (state?.status !== "ok")
      showToast({ message: state?.message ?? labels.failed, tone: "error" });
  };
  return (
    <>
      <Button size="sm" className="text-left break-words" onClick={() => setOpen(true)}>
        {labels.button}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={labels.title}
        confirmLabel={labels.confirm}
        cancelLabel={labels.cancel}
        onConfirm={begin}
      >
        {labels.text}
      </ConfirmDialog>
    </>
  );
}
