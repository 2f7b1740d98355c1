"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { Button } from "@/lib/ui/button";
import { Card } from "@/lib/ui/card";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { showToast } from "@/lib/ui/toast";
import { archivePatientAction, restorePatientAction } from "../actions";

const IDLE: ActionState = { status: "idle" };

/** Takes a person off the caseload, or back on it. */
export function ArchiveCard({
  patientId,
  name,
  archivedWords,
}: {
  patientId: string;
  /** First name. */
  name: string;
  /** Date of archiving in words; null while the record is in use. */
  archivedWords: string | null;
}) {
  const t = useTranslations("patients.record");
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const run = async (action: typeof archivePatientAction) => {
    const form = new FormData();
    form.set("patientId", patientId);
    const answer = await action(IDLE, form);
    if (answer.status !== "ok") showToast({ message: answer.message ?? "", tone: "error" });
  };
  if (archivedWords !== null)
    return (
      <Card title={t("restoreTitle", { date: archivedWords })}>
        <p className="text-secondary">{t("restoreText", { name })}</p>
        <Button
          className="mt-4"
          pending={pending}
          onClick={() => start(() => run(restorePatientAction))}
        >
          {t("restore", { name })}
        </Button>
      </Card>
    );
  return (
    <Card title={t("archiveTitle")}>
      <p className="text-secondary">{t("archiveText", { name })}</p>
      <Button className="mt-4" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("archive", { name })}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("archiveQuestion", { name })}
        confirmLabel={t("archive", { name })}
        cancelLabel={t("cancel")}
        danger
        onConfirm={() => run(archivePatientAction)}
      >
        {t("archiveConfirm")}
      </ConfirmDialog>
    </Card>
  );
}
