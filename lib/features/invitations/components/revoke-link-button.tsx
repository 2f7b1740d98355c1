"use client";

import { useTransition } from "react";
import { Button } from "@/lib/ui/button";
import { showToast } from "@/lib/ui/toast";
import { revokeLinkAction } from "../actions";

/** Makes the open link useless. */
export function RevokeLinkButton({
  patientId,
  linkId,
  label,
}: {
  patientId: string;
  linkId: string;
  label: string;
}) {
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const form = new FormData();
      form.set("patientId", patientId);
      form.set("linkId", linkId);
      const answer = await revokeLinkAction({ status: "idle" }, form);
      if (answer.status !== "ok") showToast({ message: answer.message ?? "", tone: "error" });
    });
  return (
    <Button size="sm" pending={pending} onClick={revoke}>
      {label}
    </Button>
  );
}
