"use client";

import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { showToast } from "@/lib/ui/toast";
import { reviewExerciseAction } from "../actions";

/** Says what signing means, then signs the wording that is on the screen. */
export function SignButton({
  slug,
  digest,
  words,
}: {
  slug: string;
  digest: string;
  words: Readonly<
    Record<"sign" | "title" | "text" | "confirm" | "cancel" | "done" | "failed", string>
  >;
}) {
  const [open, setOpen] = useState(false);
  const sign = async () => {
    const reply = await reviewExerciseAction({ slug, digest }).catch(() => null);
    if (reply?.status === "ok") showToast({ message: words.done });
    else
      showToast({
        message: reply?.fieldErrors?.form ?? reply?.message ?? words.failed,
        tone: "error",
      });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.sign}</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={words.title}
        confirmLabel={words.confirm}
        cancelLabel={words.cancel}
        onConfirm={sign}
      >
        {words.text}
      </ConfirmDialog>
    </>
  );
}
