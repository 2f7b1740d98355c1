"use client";

import type { ReactNode } from "react";
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from "react-aria-components/Modal";
import { IconButton } from "./button";
import { cx } from "./cx";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  closeLabel: string;
  /** The buttons, primary last; they stay in view while the content scrolls. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** "side" is a panel from the right, for looking something up without leaving the page. */
  placement?: "center" | "side";
  /** A question that must be answered: no close button, no closing by a press outside. */
  alert?: boolean;
  children?: ReactNode;
}

const WIDTHS = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-4xl" };

/** A modal dialog for the therapist's side; keeps focus inside, gives it back on close. On phones it rises from the bottom. */
export function Dialog({
  open,
  onOpenChange,
  title,
  closeLabel,
  footer,
  size = "md",
  placement = "center",
  alert,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={onOpenChange}
      isDismissable={!alert}
      className={cx(
        "fade-in fixed inset-x-0 top-0 z-50 flex h-(--visual-viewport-height) bg-ink/40 print:hidden",
        placement === "side" ? "justify-end" : "items-end justify-center sm:items-center sm:p-6",
      )}
    >
      <Modal
        className={cx(
          "rise-in flex max-h-full w-full flex-col bg-surface shadow-overlay",
          WIDTHS[size],
          placement === "side" ? "h-full" : "rounded-t-card sm:rounded-card",
        )}
      >
        <RacDialog
          role={alert ? "alertdialog" : "dialog"}
          className="flex min-h-0 flex-1 flex-col outline-none"
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-3 pb-1 sm:px-6 sm:pt-4">
            <Heading slot="title" className="flex min-h-target min-w-0 items-center text-xl">
              {title}
            </Heading>
            {!alert && (
              <IconButton
                icon="close"
                label={closeLabel}
                onClick={() => onOpenChange(false)}
                className="-mr-2"
              />
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 sm:px-6">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 sm:px-6">
              {footer}
            </footer>
          )}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}
