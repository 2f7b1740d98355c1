"use client";

import { useId } from "react";
import { printWords as t } from "../../../../i18n/print-words";
import { Button, type ButtonProps } from "../../../../ui/button";
import { DialogButton } from "../../../../ui/dialog-button";
import { PrintForm, type PrintOf } from "./print-form";

/** Opens the choices of layout, language, paper and diary for one published version. */
export function PrintButton({
  of,
  button,
}: {
  of: PrintOf;
  button?: Pick<ButtonProps, "variant">;
}) {
  const form = useId();
  return (
    <DialogButton
      label={t("open")}
      button={{ icon: "print", ...button }}
      title={t("title", { number: of.number })}
      closeLabel={t("close")}
      footer={() => (
        <>
          <span className="mr-auto self-center text-sm text-secondary">{t("newTab")}</span>
          <Button variant="primary" icon="print" type="submit" form={form}>
            {t("make")}
          </Button>
        </>
      )}
    >
      {() => <PrintForm of={of} id={form} />}
    </DialogButton>
  );
}
