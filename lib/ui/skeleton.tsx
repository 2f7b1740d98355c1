import { cx } from "./cx";

/** One grey block that keeps the place of what is loading; give it the size of the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cx("breathe rounded-badge bg-line", className)} />;
}

/** Rows of a list or table that is loading; `label` is said once to screen readers. */
export function SkeletonRows({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div
      role="status"
      className="min-w-0 divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => `row-${index}`).map((row) => (
        <div key={row} className="flex items-center gap-6 px-4 py-4 sm:px-6">
          <div className="min-w-0 basis-48 space-y-2">
            <Skeleton className="h-4 w-3/4" />
            <Skeleton className="h-3 w-1/2" />
          </div>
          <Skeleton className="h-6 flex-1 max-sm:hidden" />
          <Skeleton className="h-6 w-24 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
