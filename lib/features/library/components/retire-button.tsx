"use client";

import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { showToast } from "@/lib/ui/toast";
import { retireExerciseAction } from "../actions";

/** Asks, then takes the exercise out of every search. */
export function RetireButton({
  slug,
  words,
}: {
  slug: string;
  words: Readonly<Record<"retire" | "title" | "text" | "confirm" | "cancel" | "failed", string>>;
}) {
  const [open, setOpen] = useState(false);
  const retire = async () => {
    const reply = await retireExerciseAction({ slug }).catch(() => null);
    if (reply?.status !== "ok")
      showToast({ message: reply?.message ?? words.failed, tone: "error" });
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {words.retire}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={words.title}
        confirmLabel={words.confirm}
        cancelLabel={words.cancel}
        danger
        onConfirm={retire}
      >
        {words.text}
      </ConfirmDialog>
    </>
  );
}
