import { cx } from "./cx";

/** The mark (spruce disc, arc, marigold dot), with the product's or clinic's name when given. */
export function Logo({ name, className }: { name?: string; className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-2 font-[650] text-ink", className)}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-[1.65em] shrink-0">
        <circle cx="16" cy="16" r="16" className="fill-spruce" />
        <path
          d="M7.5 20.5a8.5 8.5 0 0 1 17 0"
          fill="none"
          stroke="#fff"
          strokeWidth="2.8"
          strokeLinecap="round"
        />
        <circle cx="16" cy="8.4" r="2.6" fill="#E9A23B" />
      </svg>
      {name}
    </span>
  );
}
