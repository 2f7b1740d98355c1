"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { Dialog, type DialogProps } from "./dialog";

/** A button that opens a dialog; `children` and `footer` get a function that closes it. */
export function DialogButton({
  label,
  button,
  children,
  footer,
  ...dialog
}: Omit<DialogProps, "open" | "onOpenChange" | "children" | "footer"> & {
  label: ReactNode;
  button?: Pick<ButtonProps, "variant" | "size" | "icon" | "className">;
  children: (close: () => void) => ReactNode;
  footer?: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog {...dialog} open={open} onOpenChange={setOpen} footer={footer?.(close)}>
        {children(close)}
      </Dialog>
    </>
  );
}
