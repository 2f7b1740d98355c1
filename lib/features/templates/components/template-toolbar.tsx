"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { ActionState } from "../../../errors/action-state";
import { Button, LinkButton } from "../../../ui/button";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { showToast } from "../../../ui/toast";
import { duplicateTemplateAction, restoreTemplateAction, retireTemplateAction } from "../actions";

/** What can be done with a template besides using it: copy it; change, retire or bring back one of one's own. */
export function TemplateToolbar({
  templateId,
  name,
  isRetired,
  mayCopy,
  mayChange,
}: {
  templateId: string;
  name: string;
  isRetired: boolean;
  mayCopy: boolean;
  mayChange: boolean;
}) {
  const t = useTranslations("templates.page");
  const [asks, setAsks] = useState(false);
  const [pending, start] = useTransition();
  const run = async (action: (input: unknown) => Promise<ActionState>, done?: string) => {
    const reply = await action({ templateId }).catch(() => null);
    if (reply?.status !== "ok")
      showToast({ message: reply?.message ?? t("failed"), tone: "error" });
    else if (done) showToast({ message: done });
  };
  return (
    <>
      {mayCopy && (
        <Button
          icon="copy"
          pending={pending}
          onClick={() => start(() => run(duplicateTemplateAction))}
        >
          {t("duplicate")}
        </Button>
      )}
      {mayChange && !isRetired && (
        <>
          <Button onClick={() => setAsks(true)}>{t("retire")}</Button>
          <LinkButton href={`/library/templates/${templateId}/edit`}>{t("edit")}</LinkButton>
        </>
      )}
      {mayChange && isRetired && (
        <Button
          variant="primary"
          pending={pending}
          onClick={() => start(() => run(restoreTemplateAction, t("restored", { name })))}
        >
          {t("restore")}
        </Button>
      )}
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t("retireAsk", { name })}
        confirmLabel={t("retireConfirm")}
        cancelLabel={t("cancel")}
        onConfirm={() => run(retireTemplateAction, t("retired", { name }))}
      >
        {t("retireAskText")}
      </ConfirmDialog>
    </>
  );
}
