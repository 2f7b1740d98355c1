"use client";

import { useTranslations } from "use-intl";
import { Dialog } from "../../../../ui/dialog";

const STRUCTURE_KEYS = [
  ["S", "star"],
  ["⇧ ↑ ↓", "select"],
  ["Ctrl/⌘ A", "all"],
  ["Alt 1 … 6, 0", "phase"],
  ["[ ]", "tabs"],
] as const;

const KEYS = [
  ["/", "search"],
  ["↵", "add"],
  ["⇧ ↵", "addEdit"],
  ["Alt T", "template"],
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
  const structure = useTranslations("structure.keys");
  const rows = [
    ...KEYS.map(([keys, name]) => [keys, t(`shortcuts.${name}`)] as const),
    ...STRUCTURE_KEYS.map(([keys, name]) => [keys, structure(name)] as const),
  ];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={t("shortcuts.title")}
      closeLabel={t("common.close")}
    >
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {rows.map(([keys, words]) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded-badge border border-line bg-paper px-2 py-0.5 font-sans text-sm whitespace-nowrap">
                {keys}
              </kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-secondary">{t("shortcuts.drag")}</p>
    </Dialog>
  );
}
