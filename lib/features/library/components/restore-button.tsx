"use client";

import { useTransition } from "react";
import { Button } from "@/lib/ui/button";
import { showToast } from "@/lib/ui/toast";
import { restoreExerciseAction } from "../actions";

/** Lets a retired exercise be found again. */
export function RestoreButton({
  slug,
  label,
  failed,
}: {
  slug: string;
  label: string;
  failed: string;
}) {
  const [pending, start] = useTransition();
  const restore = () =>
    start(async () => {
      const reply = await restoreExerciseAction({ slug }).catch(() => null);
      if (reply?.status !== "ok") showToast({ message: reply?.message ?? failed, tone: "error" });
    });
  return (
    <Button size="sm" pending={pending} onClick={restore}>
      {label}
    </Button>
  );
}
