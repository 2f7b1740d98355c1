"use client";

import { type ReactNode, useTransition } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

/** Asks before something that cannot be taken back; the button says what will happen ("Discharge Elena", never "OK"). */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel,
  danger,
  onConfirm,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  /** The dialog stays, pending, until the promise settles, and then closes. */
  onConfirm: () => void | Promise<void>;
}) {
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      await onConfirm();
      onOpenChange(false);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      closeLabel={cancelLabel}
      size="sm"
      alert
      footer={
        <>
          <Button autoFocus onClick={() => onOpenChange(false)}>
            {cancelLabel}
          </Button>
          <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
