/** How far something is, from 0 to 1, with its words above. */
export function ProgressBar({ label, share }: { label: string; share: number }) {
  const percent = Math.round(share * 100);
  return (
    <div>
      <p className="mb-1.5 flex justify-between gap-3 text-sm text-secondary tabular-nums">
        <span>{label}</span>
        <span aria-hidden="true">{percent} %</span>
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-2 overflow-hidden rounded-full bg-sand"
      >
        <div
          className="h-full rounded-full bg-spruce transition-[width] motion-reduce:transition-none"
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
