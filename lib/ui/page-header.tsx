import Link from "next/link";
import type { ReactNode } from "react";

export interface Crumb {
  href: string;
  label: string;
}

/** The page's title, with where it belongs, one line about it, and its actions (one of them primary). */
export function PageHeader({
  title,
  subtitle,
  breadcrumb,
  breadcrumbLabel,
  actions,
  children,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  breadcrumb?: readonly Crumb[];
  /** Name of the breadcrumb landmark; needed with `breadcrumb`. */
  breadcrumbLabel?: string;
  actions?: ReactNode;
  /** Below the head: tabs or filters. */
  children?: ReactNode;
}) {
  return (
    <header className="mb-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          {breadcrumb && (
            <nav aria-label={breadcrumbLabel} className="mb-1 text-sm text-secondary print:hidden">
              <ol className="flex flex-wrap gap-x-1.5">
                {breadcrumb.map((crumb) => (
                  <li key={crumb.href} className="flex gap-x-1.5">
                    <Link href={crumb.href} className="py-0.5 hover:text-ink hover:underline">
                      {crumb.label}
                    </Link>
                    <span aria-hidden="true" className="py-0.5">
                      /
                    </span>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 className="text-2xl">{title}</h1>
          {subtitle && <p className="mt-1 text-secondary">{subtitle}</p>}
        </div>
        {actions && (
          <div className="flex flex-wrap items-center gap-2 max-sm:w-full print:hidden">
            {actions}
          </div>
        )}
      </div>
      {children && <div className="mt-5 print:hidden">{children}</div>}
    </header>
  );
}
