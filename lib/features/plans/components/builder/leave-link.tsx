"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

/** A link out of the builder: saves first, and asks when that did not work. */
export function LeaveLink({
  href,
  isSafe,
  ...rest
}: Omit<ComponentProps<typeof Link>, "href" | "onNavigate"> & {
  href: string;
  isSafe: () => Promise<boolean>;
}) {
  const router = useRouter();
  return (
    <Link
      {...rest}
      href={href}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        void isSafe().then((safe) => {
          if (safe) router.push(href);
        });
      }}
    />
  );
}
