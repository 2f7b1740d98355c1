"use client";

import { useState } from "react";
import { Button } from "../../../../ui/button";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { showToast } from "../../../../ui/toast";
import { discardDraftAction } from "../../actions";

/** Asks, then takes the draft back to the latest version. */
export function DiscardDraftButton({
  planId,
  revision,
  labels,
}: {
  planId: string;
  revision: number;
  labels: Record<"button" | "title" | "text" | "confirm" | "cancel" | "failed", string>;
}) {
  const [open, setOpen] = useState(false);
  const discard = async () => {
    const state = await discardDraftAction({ planId, revision }).catch(() => null);
    if (state?.status !== "ok")
      showToast({ message: state?.message ?? labels.failed, tone: "error" });
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {labels.button}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={labels.title}
        confirmLabel={labels.confirm}
        cancelLabel={labels.cancel}
        danger
        onConfirm={discard}
      >
        {labels.text}
      </ConfirmDialog>
    </>
  );
}
