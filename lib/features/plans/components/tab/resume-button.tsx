"use client";

import { useTransition } from "react";
import { Button } from "../../../../ui/button";
import { showToast } from "../../../../ui/toast";
import { resumePlanAction } from "../../actions";

/** Ends a pause, or cancels the one to come. */
export function ResumeButton({
  planId,
  label,
  failed,
}: {
  planId: string;
  label: string;
  failed: string;
}) {
  const [pending, start] = useTransition();
  const resume = () =>
    start(async () => {
      const state = await resumePlanAction(planId).catch(() => null);
      if (state?.status !== "ok") showToast({ message: state?.message ?? failed, tone: "error" });
    });
  return (
    <Button pending={pending} onClick={resume}>
      {label}
    </Button>
  );
}
