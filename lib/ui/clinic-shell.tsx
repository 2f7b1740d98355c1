import Link from "next/link";
import type { ReactNode } from "react";
import { AriaLocale } from "./aria-locale";
import { Avatar } from "./avatar";
import { Badge } from "./badge";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { NavSheet } from "./nav-sheet";
import { SkipLink } from "./skip-link";
import { ToastRegion } from "./toast";

export interface ShellNavItem {
  href: string;
  label: string;
  /** A small number beside the label; 0 and undefined show nothing. */
  count?: number;
  /** What the count means, for screen readers ("3 unread"). */
  countLabel?: string;
  /** Overrides the path comparison. */
  active?: boolean;
}

export interface ClinicShellProps {
  locale: string;
  name: string;
  homeHref: string;
  nav: readonly ShellNavItem[];
  /** At the bottom of the sidebar, above the user. */
  settings?: ShellNavItem;
  user: { name: string; detail?: string; href: string };
  /** Below the user: the sign-out form. */
  userActions?: ReactNode;
  labels: {
    skip: string;
    nav: string;
    openMenu: string;
    closeMenu: string;
    toasts: string;
    dismiss: string;
  };
  /** "page" pads and limits the content; "full" gives it the whole room (builder). */
  layout?: "page" | "full";
  children: ReactNode;
}

const ITEM =
  "flex min-h-target items-center justify-between gap-2 rounded-control border px-3 py-1.5 font-semibold focus-visible:-outline-offset-2";
const ACTIVE = "border-line bg-surface text-ink";
const IDLE = "border-transparent text-secondary hover:bg-line/50 hover:text-ink";

/** The therapist's frame: navigation on the left from 64rem, a bar with a menu below that. */
export function ClinicShell(props: ClinicShellProps) {
  const { labels, name, homeHref } = props;
  return (
    <AriaLocale locale={props.locale}>
      <div
        data-shell="clinic"
        className="min-h-dvh lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] print:block"
      >
        <SkipLink label={labels.skip} />
        <header className="sticky top-0 z-30 flex items-center justify-between gap-3 border-b border-line bg-sand px-4 py-1.5 lg:hidden print:hidden">
          <Link href={homeHref} className="flex items-center rounded-control">
            <Logo name={name} className="text-lg" />
          </Link>
          <NavSheet
            label={labels.openMenu}
            closeLabel={labels.closeMenu}
            title={<Logo name={name} />}
          >
            <Navigation {...props} />
          </NavSheet>
        </header>
        <header className="border-r border-line bg-sand max-lg:hidden print:hidden">
          <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3 py-5">
            <Link href={homeHref} className="mb-4 rounded-control px-2.5">
              <Logo name={name} className="text-lg" />
            </Link>
            <Navigation {...props} />
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className={
            props.layout === "full"
              ? "min-w-0"
              : "mx-auto w-full min-w-0 max-w-[88rem] px-4 py-6 sm:px-8 sm:py-7 print:max-w-none print:p-0"
          }
        >
          {props.children}
        </main>
        <ToastRegion label={labels.toasts} dismissLabel={labels.dismiss} />
      </div>
    </AriaLocale>
  );
}

function Navigation({ nav, settings, user, userActions, labels }: ClinicShellProps) {
  return (
    <div className="flex min-h-full grow lg:min-h-0 flex-col justify-between gap-8">
      <nav aria-label={labels.nav}>
        <ul className="grid gap-0.5">
          {nav.map((item) => (
            <li key={item.href}>
              <Item item={item} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-0.5">
        {settings && <Item item={settings} />}
        <NavLink
          href={user.href}
          className="flex min-h-target items-center gap-2.5 rounded-control border px-3 py-1.5 focus-visible:-outline-offset-2"
          activeClassName={ACTIVE}
          idleClassName={IDLE}
        >
          <Avatar name={user.name} />
          <span className="min-w-0 leading-tight">
            <span className="block font-semibold">{user.name}</span>
            {user.detail && <span className="block text-xs text-secondary">{user.detail}</span>}
          </span>
        </NavLink>
        {userActions}
      </div>
    </div>
  );
}

function Item({ item }: { item: ShellNavItem }) {
  return (
    <NavLink
      href={item.href}
      active={item.active}
      className={ITEM}
      activeClassName={ACTIVE}
      idleClassName={IDLE}
    >
      <span className="min-w-0">{item.label}</span>
      {item.count ? (
        <Badge tone="spruce">
          <span aria-hidden={item.countLabel ? true : undefined}>{item.count}</span>
          {item.countLabel && <span className="sr-only">{item.countLabel}</span>}
        </Badge>
      ) : null}
    </NavLink>
  );
}
