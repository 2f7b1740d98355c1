import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

const LOOK =
  "inline-flex min-h-target-sm items-center gap-1.5 rounded-full border px-3.5 py-1 text-sm transition-colors";

function look(selected: boolean | undefined) {
  return cx(
    LOOK,
    selected
      ? "border-spruce-line bg-spruce-tint font-semibold text-spruce"
      : "border-line bg-surface text-secondary hover:border-control hover:text-ink",
  );
}

function Words({ children, count }: { children: ReactNode; count?: number }) {
  return (
    <>
      {children}
      {count !== undefined && (
        <span className="tabular-nums">
          <span aria-hidden="true">· </span>
          {count}
        </span>
      )}
    </>
  );
}

interface ChipProps {
  selected?: boolean;
  count?: number;
  children: ReactNode;
}

/** A filter that toggles in place. */
export function Chip({
  selected = false,
  count,
  children,
  className,
  ...rest
}: ChipProps & ComponentProps<"button">) {
  return (
    <button
      type="button"
      aria-pressed={selected}
      {...rest}
      className={cx(look(selected), className)}
    >
      <Words count={count}>{children}</Words>
    </button>
  );
}

/** A filter that is a link, for lists whose filter lives in the URL. */
export function ChipLink({
  selected,
  count,
  children,
  className,
  ...rest
}: ChipProps & ComponentProps<typeof Link>) {
  return (
    <Link
      aria-current={selected ? "true" : undefined}
      {...rest}
      className={cx(look(selected), className)}
    >
      <Words count={count}>{children}</Words>
    </Link>
  );
}

/** A named row of chips; wraps. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-wrap gap-2">
      {children}
    </fieldset>
  );
}
