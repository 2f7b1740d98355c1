"use client";

import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { buttonClass } from "./button";
import { cx } from "./cx";

/** A quiet button beside a statement; what it opens says more and can be closed by Escape or a press outside. */
export function PopoverButton({
  label,
  title,
  className,
  children,
}: {
  label: ReactNode;
  title: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <DialogTrigger>
      <Button className={cx(buttonClass({ variant: "quiet", size: "sm" }), className)}>
        {label}
      </Button>
      <Popover
        placement="bottom start"
        offset={6}
        className="fade-in w-96 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface shadow-overlay print:hidden"
      >
        <Dialog aria-label={title} className="grid gap-2 p-4 outline-none">
          <p className="font-semibold">{title}</p>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
