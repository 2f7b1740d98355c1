"use client";

import { useTranslations } from "use-intl";
import { Dialog } from "../../../../ui/dialog";

const KEYS = [
  ["/", "search"],
  ["↵", "add"],
  ["⇧ ↵", "addEdit"],
  ["Alt T", "template"],
  ["Alt ⇧ T", "saveTemplate"],
  ["Ctrl/⌘ ↵", "publish"],
  ["Alt ↑ ↓", "move"],
  ["Delete", "remove"],
  ["Ctrl/⌘ Z", "undo"],
  ["Ctrl/⌘ ⇧ Z", "redo"],
  ["A", "advice"],
  ["?", "help"],
] as const;

/** The keys of the builder on one small sheet. */
export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("plans.builder");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={t("shortcuts.title")}
      closeLabel={t("common.close")}
    >
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {KEYS.map(([keys, name]) => (
          <div key={name} className="contents">
            <dt>
              <kbd className="rounded-badge border border-line bg-paper px-2 py-0.5 font-sans text-sm whitespace-nowrap">
                {keys}
              </kbd>
            </dt>
            <dd>{t(`shortcuts.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-secondary">{t("shortcuts.drag")}</p>
    </Dialog>
  );
}
