"use client";

import { useState, useTransition } from "react";
import { Button } from "../../../../ui/button";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { showToast } from "../../../../ui/toast";
import { startDraftFromVersionAction } from "../../actions";

/** Starts the draft again from an earlier version; asks first when that would replace changes. */
export function CopyVersionButton({
  planId,
  revision,
  number,
  replacesChanges,
  labels,
}: {
  planId: string;
  revision: number;
  number: number;
  replacesChanges: boolean;
  labels: Record<"button" | "title" | "text" | "confirm" | "cancel" | "failed", string>;
}) {
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const copy = async () => {
    const state = await startDraftFromVersionAction({ planId, revision, number });
    if (state.status !== "ok")
      showToast({ message: state.message ?? labels.failed, tone: "error" });
  };
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        className="-mr-3"
        pending={pending}
        onClick={() => (replacesChanges ? setOpen(true) : start(copy))}
      >
        {labels.button}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={labels.title}
        confirmLabel={labels.confirm}
        cancelLabel={labels.cancel}
        onConfirm={copy}
      >
        {labels.text}
      </ConfirmDialog>
    </>
  );
}
