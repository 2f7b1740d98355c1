"use client";

import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { cx } from "./cx";
import { CONTROL } from "./field";
import { Icon } from "./icon";

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** A search input; the `shortcut` key (such as "/") brings the focus here from anywhere on the page. */
export function SearchField({
  label,
  shortcut,
  trailing,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Its name for screen readers; the placeholder is what others see. */
  label: string;
  shortcut?: string;
  /** In place of the shortcut hint, such as "6 of 64". */
  trailing?: ReactNode;
}) {
  const made = useId();
  const id = rest.id ?? made;
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!shortcut) return;
    const focus = (event: KeyboardEvent) => {
      if (event.key !== shortcut || event.metaKey || event.ctrlKey || event.altKey) return;
      if (typing(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, [shortcut]);

  return (
    <div className={cx("relative min-w-0", className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-secondary"
      />
      <input
        autoComplete="off"
        placeholder={label}
        aria-keyshortcuts={shortcut}
        {...rest}
        ref={input}
        id={id}
        type="search"
        className={cx(
          CONTROL,
          "peer appearance-none pl-10 [&::-webkit-search-cancel-button]:appearance-none",
          trailing ? "pr-20" : "pr-11",
        )}
      />
      {trailing ? (
        <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm text-secondary tabular-nums">
          {trailing}
        </span>
      ) : (
        shortcut && (
          <kbd className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 rounded-badge border border-line px-1.5 font-sans text-sm text-secondary peer-focus:hidden pointer-coarse:hidden">
            {shortcut}
          </kbd>
        )
      )}
    </div>
  );
}
