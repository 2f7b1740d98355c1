"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../../ui/button";
import { cx } from "../../../ui/cx";
import { Icon } from "../../../ui/icon";
import { DeviceSheet } from "./device-sheet";
import { usePortal } from "./portal-context";

/** The head of a place: its title, where the entries are, and the way to language and sign-out. */
export function PortalHeader({ title, over }: { title: ReactNode; over?: ReactNode }) {
  const t = useTranslations("portal.more");
  const [open, setOpen] = useState(false);
  return (
    <header className="mb-5">
      <div className="flex min-h-target flex-wrap items-center justify-between gap-x-2">
        <p className="min-w-[6.5rem] flex-1 text-sm text-secondary">{over}</p>
        <div className="-mr-2 ml-auto flex items-center gap-1">
          <SyncBadge onPress={() => setOpen(true)} />
          <IconButton icon="menu" label={t("open")} onClick={() => setOpen(true)} />
        </div>
      </div>
      <h1 className="text-2xl">{title}</h1>
      <DeviceSheet open={open} onClose={() => setOpen(false)} />
    </header>
  );
}

/** Where the entries of this device are, in two or three words. */
export function useSyncState() {
  const t = useTranslations("portal.sync");
  const { state } = usePortal();
  const waiting = state.entries.filter((entry) => entry.state === "waiting").length;
  const refused = state.entries.some((entry) => entry.state === "rejected");
  if (refused) return { words: t("refused"), tone: "notice", icon: "warning" } as const;
  if (!state.durable) return { words: t("notKept"), tone: "notice", icon: "warning" } as const;
  if (waiting > 0)
    return { words: t("waiting", { n: waiting }), tone: "notice", icon: "phone" } as const;
  if (state.reached === false)
    return { words: t("offline"), tone: "calm", icon: "offline" } as const;
  if (state.reached === null) return { words: t("checking"), tone: "calm", icon: null } as const;
  return { words: t("sent"), tone: "calm", icon: "check" } as const;
}

function SyncBadge({ onPress }: { onPress: () => void }) {
  const { words, tone, icon } = useSyncState();
  return (
    <button
      type="button"
      onClick={onPress}
      className="group flex min-h-target items-center rounded-full"
    >
      <span
        aria-live="polite"
        className={cx(
          "flex items-center gap-1.5 rounded-full border px-3 py-1 text-xs",
          tone === "calm"
            ? "border-line bg-surface text-secondary group-hover:border-control"
            : "border-marigold-line bg-marigold-tint font-semibold text-marigold",
        )}
      >
        {icon && <Icon name={icon} className="!size-[1.05em]" />}
        {words}
      </span>
    </button>
  );
}
