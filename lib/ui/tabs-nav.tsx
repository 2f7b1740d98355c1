"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "./cx";

export interface Tab {
  href: string;
  label: string;
  count?: number;
  /** Active only on exactly this path; for the first tab, whose path begins the others'. */
  exact?: boolean;
}

/** The parts of one record, as links; the current one follows the path. */
export function TabsNav({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map((tab) => {
          const active =
            pathname === tab.href || (!tab.exact && pathname.startsWith(`${tab.href}/`));
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={active ? "page" : undefined}
                className={cx(
                  "flex min-h-target items-center gap-1.5 border-b-2 px-0.5",
                  active
                    ? "border-spruce font-semibold text-ink"
                    : "border-transparent text-secondary hover:border-line hover:text-ink",
                )}
              >
                {tab.label}
                {tab.count !== undefined && <span className="tabular-nums">· {tab.count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
