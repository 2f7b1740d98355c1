/** The first stop of the Tab key: past the navigation, to `main`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-24 rounded-control bg-ink px-4 py-2.5 font-semibold text-surface focus:translate-y-0 print:hidden"
    >
      {label}
    </a>
  );
}
