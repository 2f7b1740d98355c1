"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./cx";

/** A link of a shell that knows whether it is the current place. */
export function NavLink({
  href,
  active,
  exact,
  className,
  activeClassName,
  idleClassName,
  prefetch,
  children,
}: {
  href: string;
  active?: boolean;
  exact?: boolean;
  className?: string;
  activeClassName?: string;
  idleClassName?: string;
  prefetch?: false;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const here = active ?? (pathname === href || (!exact && pathname.startsWith(`${href}/`)));
  return (
    <Link
      href={href}
      prefetch={prefetch}
      aria-current={here ? "page" : undefined}
      className={cx(className, here ? activeClassName : idleClassName)}
    >
      {children}
    </Link>
  );
}
