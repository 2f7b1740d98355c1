import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Logo } from "./logo";
import { SkipLink } from "./skip-link";

/** The frame of pages anyone may read: landing (wide) and text such as privacy (narrow). */
export function PublicPage({
  name,
  homeHref,
  skipLabel,
  actions,
  footer,
  wide,
  children,
}: {
  name: string;
  homeHref: string;
  skipLabel: string;
  actions?: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div data-shell="public" className="flex min-h-dvh flex-col">
      <SkipLink label={skipLabel} />
      <header className="mx-auto flex w-full max-w-[72rem] flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-8 sm:py-5">
        <Link href={homeHref} className="rounded-control">
          <Logo name={name} className="text-xl" />
        </Link>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={cx(
          "mx-auto w-full flex-1 px-4 py-6 sm:px-8",
          wide ? "max-w-[72rem]" : "max-w-[46rem]",
        )}
      >
        {children}
      </main>
      {footer && (
        <footer className="mt-12 border-t border-line print:hidden">
          <div className="mx-auto flex w-full max-w-[72rem] flex-wrap gap-x-6 gap-y-2 px-4 py-6 text-sm text-secondary sm:px-8">
            {footer}
          </div>
        </footer>
      )}
    </div>
  );
}
