"use client";

import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button";
import { CONTROL, FieldFrame, useFieldIds } from "./field";
import { LiveRegion } from "./live-region";

/** A text to take along, such as a link: read-only, selected on focus, with a button that copies it. */
export function CopyField({
  label,
  value,
  copyLabel,
  copiedLabel,
}: {
  label: ReactNode;
  value: string;
  copyLabel: string;
  copiedLabel: string;
}) {
  const ids = useFieldIds(undefined, { label });
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  /** Without the clipboard (plain http) the text is selected instead, ready for Ctrl-C. */
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      input.current?.select();
    }
  }

  return (
    <FieldFrame ids={ids} field={{ label }}>
      <div className="flex flex-wrap gap-2">
        <input
          ref={input}
          id={ids.id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${CONTROL} !w-auto min-w-48 flex-1`}
        />
        <Button icon={copied ? "check" : "copy"} onClick={copy}>
          {copied ? copiedLabel : copyLabel}
        </Button>
      </div>
      <LiveRegion>{copied ? copiedLabel : undefined}</LiveRegion>
    </FieldFrame>
  );
}
