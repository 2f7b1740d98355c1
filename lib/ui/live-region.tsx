/** Text that is read out when it changes and not shown; for counts, timers and saves. */
export function LiveRegion({
  children,
  urgent,
}: {
  children?: string;
  /** Interrupts; only for what cannot wait. */
  urgent?: boolean;
}) {
  return (
    <div aria-live={urgent ? "assertive" : "polite"} aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}
