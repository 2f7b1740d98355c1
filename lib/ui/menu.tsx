"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { MenuItem, MenuTrigger, Popover, Menu as RacMenu } from "react-aria-components/Menu";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
  /** Where it leads; or `onAction`. */
  href?: string;
  onAction?: () => void;
}

/** A button with a list of further actions. Without `children` it is the three dots, named by `label`. */
export function Menu({
  label,
  children,
  entries,
  variant,
  size,
}: {
  label: string;
  children?: ReactNode;
  entries: readonly MenuEntry[];
  variant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const router = useRouter();
  const act = (key: React.Key) => {
    const entry = entries.find((one) => one.id === key);
    entry?.onAction?.();
    if (entry?.href) router.push(entry.href);
  };
  return (
    <MenuTrigger>
      <Button
        aria-label={label}
        className={cx(
          buttonClass({ variant: variant ?? (children ? "secondary" : "quiet"), size }),
          !children && "aspect-square !px-0 !text-base !text-secondary hover:!text-ink",
        )}
      >
        {children ?? <Icon name="more" />}
        {children && <Icon name="chevron-down" className="-mr-1 text-secondary" />}
      </Button>
      <Popover
        placement="bottom end"
        offset={6}
        className="fade-in min-w-48 max-w-80 rounded-control border border-line bg-surface p-1 shadow-overlay print:hidden"
      >
        <RacMenu onAction={act} className="max-h-[inherit] overflow-y-auto outline-none">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.disabled}
              className={cx(
                "flex min-h-target-sm items-center gap-2.5 rounded-badge px-3 py-1.5 outline-none data-disabled:text-tertiary data-disabled:opacity-60",
                entry.danger
                  ? "text-clay data-focused:bg-clay-tint"
                  : "text-ink data-focused:bg-spruce-tint",
              )}
            >
              {entry.icon && <Icon name={entry.icon} />}
              {entry.label}
            </MenuItem>
          ))}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  );
}
