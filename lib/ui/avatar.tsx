import { cx } from "./cx";

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words[words.length - 1] : "";
  return [words[0], last]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** Initials in a disc; decorative, the name stands beside it. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-flex size-[2em] shrink-0 items-center justify-center rounded-full bg-spruce-line/55 text-xs font-bold text-spruce",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
