"use client";

import { type ReactNode, useActionState, useEffect, useEffectEvent, useRef } from "react";
import type { ActionState } from "@/lib/errors/action-state";
import { cx } from "./cx";
import { FormMessage } from "./form-message";

const IDLE: ActionState = { status: "idle" };

/** The one form pattern: a server action, its message on top, and the focus on the first field that needs another look. */
export function ActionForm({
  action,
  children,
  onDone,
  className,
}: {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  children: (state: ActionState) => ReactNode;
  /** Called once for every answer with status "ok". */
  onDone?: (state: ActionState) => void;
  className?: string;
}) {
  const [state, submit] = useActionState(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  const done = useEffectEvent((answer: ActionState) => onDone?.(answer));

  useEffect(() => {
    if (state.status === "ok") done(state);
    if (state.status === "error")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  return (
    <form ref={form} action={submit} noValidate className={cx("grid grid-cols-1 gap-5", className)}>
      <FormMessage state={state} />
      {children(state)}
    </form>
  );
}
