"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { IconButton } from "./button";
import { Sheet } from "./sheet";

/** The menu button of a small screen and the sheet it opens; closes when the page changes. */
export function NavSheet({
  label,
  closeLabel,
  title,
  children,
}: {
  label: string;
  closeLabel: string;
  title: ReactNode;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the trigger
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <IconButton
        icon="menu"
        label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <Sheet
        from="left"
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        closeLabel={closeLabel}
      >
        {children}
      </Sheet>
    </>
  );
}
