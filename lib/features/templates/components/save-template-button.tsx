"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button";
import { type SavedPlan, SaveTemplateDialog } from "./save-template-dialog";

/** Opens the dialog that makes a template of a published version. */
export function SaveTemplateButton({ plan }: { plan: SavedPlan }) {
  const t = useTranslations("templates.save");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("button")}</Button>
      {open && <SaveTemplateDialog plan={plan} onClose={() => setOpen(false)} />}
    </>
  );
}
