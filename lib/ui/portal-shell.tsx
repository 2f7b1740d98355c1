import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";
import { NavLink } from "./nav-link";
import { SkipLink } from "./skip-link";
import { ToastRegion } from "./toast";

export interface PortalNavItem {
  href: string;
  label: string;
  icon: IconName;
  /** Marks something new; the words for it are `newLabel`. */
  hasNew?: boolean;
  newLabel?: string;
  exact?: boolean;
}

/** The patient's frame: one column, large type, four places at the bottom. Without `nav` (the player) the page has it all. */
export function PortalShell({
  nav,
  header,
  labels,
  children,
}: {
  nav?: readonly PortalNavItem[];
  /** The page's head: greeting, title, offline state. */
  header?: ReactNode;
  labels: { skip: string; nav: string; toasts: string; dismiss: string };
  children: ReactNode;
}) {
  return (
    <div data-shell="portal" className={cx("flex min-h-dvh flex-col", nav && "[--dock:4.5rem]")}>
      <SkipLink label={labels.skip} />
      <div className="mx-auto w-full max-w-[35rem] flex-1 px-[max(1.125rem,env(safe-area-inset-left))] pt-[max(1.25rem,env(safe-area-inset-top))] pb-8">
        {header && <header className="mb-5">{header}</header>}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      {nav && (
        <nav
          aria-label={labels.nav}
          className="sticky bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] [@media(max-width:19rem)]:static print:hidden"
        >
          <ul className="mx-auto grid max-w-[35rem] grid-cols-4 [@media(max-width:19rem)]:grid-cols-2">
            {nav.map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  exact={item.exact}
                  prefetch={false}
                  className="flex min-h-[4.25rem] flex-col items-center justify-center gap-1 px-1 text-center text-xs -outline-offset-2 focus-visible:-outline-offset-4"
                  activeClassName="font-bold text-spruce"
                  idleClassName="text-secondary hover:text-ink"
                >
                  <span className="relative">
                    <Icon name={item.icon} className="!size-6" />
                    {item.hasNew && (
                      <span className="absolute -top-0.5 -right-1.5 size-2.5 rounded-full border-2 border-surface bg-clay">
                        <span className="sr-only">{item.newLabel}</span>
                      </span>
                    )}
                  </span>
                  {item.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ToastRegion label={labels.toasts} dismissLabel={labels.dismiss} />
    </div>
  );
}
