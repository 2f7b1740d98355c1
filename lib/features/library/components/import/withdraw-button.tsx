"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { showToast } from "@/lib/ui/toast";
import { withdrawImportAction } from "../../import-actions";

/** Takes an import back, after asking. */
export function WithdrawButton({
  importId,
  name,
  untouched,
}: {
  importId: string;
  name: string;
  untouched: number;
}) {
  const t = useTranslations("imports.past");
  const [asking, setAsking] = useState(false);

  async function withdraw() {
    const form = new FormData();
    form.set("importId", importId);
    const state = await withdrawImportAction({ status: "idle" }, form);
    const tone = state.status === "ok" ? "neutral" : "error";
    showToast({ message: state.message ?? "", tone });
  }

  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        aria-label={t("withdrawNamed", { name })}
        onClick={() => setAsking(true)}
      >
        {t("withdraw")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("confirmTitle", { name })}
        confirmLabel={t("withdraw")}
        cancelLabel={t("cancel")}
        danger
        onConfirm={withdraw}
      >
        <p>{t("confirmText", { count: untouched })}</p>
      </ConfirmDialog>
    </>
  );
}
