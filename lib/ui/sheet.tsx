"use client";

import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./button";
import { cx } from "./cx";

const STOPS =
  "a[href], button, input, select, textarea, summary, video, [tabindex]:not([tabindex='-1'])";

/** Whether what scrolls has to take the focus itself: nothing in it does, so that keys could not scroll it. */
function useScrollStop(box: RefObject<HTMLElement | null>, open: boolean, content: ReactNode) {
  const [isStop, setStop] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has other elements to watch
  useEffect(() => {
    const element = box.current;
    if (!element || !open) return;
    const look = () =>
      setStop(element.scrollHeight > element.clientHeight && !element.querySelector(STOPS));
    const watch = new ResizeObserver(look);
    for (const each of [element, ...element.children]) watch.observe(each);
    return () => watch.disconnect();
  }, [box, open, content]);
  return isStop;
}

/** A native dialog for phones: no library, so that the portal stays light. Closes by Escape, its button, or a press outside. */
export function Sheet({
  open,
  onClose,
  title,
  closeLabel,
  from = "bottom",
  footer,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  from?: "bottom" | "left";
  footer?: ReactNode;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const isStop = useScrollStop(scroller, open, children);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the press is on its backdrop
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={cx(
        "fixed m-0 bg-surface p-0 text-ink print:hidden",
        from === "bottom"
          ? "rise-in top-auto bottom-0 mx-auto max-h-[92dvh] w-full max-w-[40rem] rounded-t-card"
          : "fade-in inset-y-0 left-0 h-dvh max-h-none w-[min(20rem,88vw)] max-w-none",
      )}
    >
      <div
        className={cx(
          "flex max-h-[inherit] flex-col px-5 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))]",
          from === "left" && "h-full",
        )}
      >
        <header className="flex items-start justify-between gap-3 pb-2">
          <h2 id={titleId} className="flex min-h-target min-w-0 items-center text-xl">
            {title}
          </h2>
          <IconButton
            icon="close"
            label={closeLabel}
            onClick={() => dialog.current?.close()}
            className="-mr-2.5"
          />
        </header>
        {/* Room for a focus ring at the edge of what scrolls. */}
        <div
          ref={scroller}
          {...(isStop && { tabIndex: 0, role: "group", "aria-labelledby": titleId })}
          className="-mx-1.5 -mt-1 -mb-1.5 min-h-0 flex-1 overflow-y-auto px-1.5 pt-1 pb-1.5"
        >
          {children}
        </div>
        {footer && <footer className="grid gap-2 pt-4">{footer}</footer>}
      </div>
    </dialog>
  );
}
