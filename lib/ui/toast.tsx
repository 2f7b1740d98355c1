"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Button, IconButton } from "./button";
import { Icon } from "./icon";

export interface Toast {
  message: string;
  tone?: "neutral" | "error";
  action?: { label: string; onAction: () => void };
}

type Shown = Toast & { id: number };

const STAY_MS = 6_000;
const STAY_WITH_ACTION_MS = 12_000;

let shown: readonly Shown[] = [];
let next = 1;
const listeners = new Set<() => void>();
const NONE: readonly Shown[] = [];

function set(list: readonly Shown[]) {
  shown = list;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Says that something happened, with a way back where there is one. Only in the browser; the newest replaces the last. */
export function showToast(toast: Toast): void {
  set([{ ...toast, id: next++ }]);
}

/** Where toasts appear and are announced; each shell has one. */
export function ToastRegion({ label, dismissLabel }: { label: string; dismissLabel: string }) {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  );
  return (
    <section
      aria-label={label}
      className="pointer-events-none fixed inset-x-0 bottom-[calc(1rem+var(--dock,0px))] z-40 flex justify-center px-4 print:hidden"
    >
      <div aria-live="polite" aria-atomic="true" className="w-full max-w-lg">
        {toasts.map((toast) => (
          <ToastRow key={toast.id} toast={toast} dismissLabel={dismissLabel} />
        ))}
      </div>
    </section>
  );
}

function ToastRow({ toast, dismissLabel }: { toast: Shown; dismissLabel: string }) {
  const [held, setHeld] = useState(false);
  const dismiss = () => set(shown.filter((other) => other.id !== toast.id));

  useEffect(() => {
    if (held || toast.tone === "error") return;
    const stay = toast.action ? STAY_WITH_ACTION_MS : STAY_MS;
    const timer = setTimeout(() => set(shown.filter((other) => other.id !== toast.id)), stay);
    return () => clearTimeout(timer);
  }, [held, toast]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the message on screen
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="rise-in pointer-events-auto flex items-center gap-3 rounded-card bg-ink py-2 pr-2 pl-4 text-surface shadow-overlay [&_:focus-visible]:outline-surface"
    >
      {toast.tone === "error" && <Icon name="warning" />}
      <p className="min-w-0 flex-1 py-1">{toast.message}</p>
      {toast.action && (
        <Button
          variant="quiet"
          size="sm"
          className="!text-surface underline underline-offset-3 hover:!bg-surface/15"
          onClick={() => {
            toast.action?.onAction();
            dismiss();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        icon="close"
        size="sm"
        label={dismissLabel}
        onClick={dismiss}
        className="!text-surface hover:!bg-surface/15"
      />
    </div>
  );
}
