"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { GRAMMAR_ROWS } from "../../../../domain/dosage/line-grammar/grammar-rows";
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
  ["N", "line"],
  ["Alt T", "template"],
  ["Alt ⇧ T", "saveTemplate"],
  ["Alt M", "modification"],
  ["Ctrl/⌘ ↵", "publish"],
  ["Alt ↑ ↓", "move"],
  ["Delete", "remove"],
  ["Ctrl/⌘ Z", "undo"],
  ["Ctrl/⌘ ⇧ Z", "redo"],
  ["A", "advice"],
  ["?", "help"],
] as const;

const ROWS = Object.entries(GRAMMAR_ROWS) as [
  keyof typeof GRAMMAR_ROWS,
  (typeof GRAMMAR_ROWS)[keyof typeof GRAMMAR_ROWS],
][];

/** The keys of the builder and the doses that a line may say, on one sheet. */
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
      size="lg"
      title={t("shortcuts.title")}
      closeLabel={t("common.close")}
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 md:grid-cols-2">
        <section>
          <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
            {rows.map(([keys, words]) => (
              <div key={keys} className="contents">
                <dt>
                  <Key>{keys}</Key>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4 text-sm text-secondary">{t("shortcuts.lineKeys")}</p>
          <p className="mt-2 text-sm text-secondary">{t("shortcuts.drag")}</p>
        </section>
        <section aria-labelledby="line-grammar">
          <h3 id="line-grammar" className="font-semibold">
            {t("shortcuts.grammar")}
          </h3>
          <p className="mb-3 text-sm text-secondary">{t("shortcuts.grammarHint")}</p>
          <dl className="grid grid-cols-2 items-baseline gap-x-4 gap-y-1.5 text-sm">
            {ROWS.map(([name, examples]) => (
              <div key={name} className="contents">
                <dt className="flex flex-wrap gap-1">
                  {examples.map((example) => (
                    <Key key={example}>{example}</Key>
                  ))}
                </dt>
                <dd>{t(`grammar.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-badge border border-line bg-paper px-2 py-0.5 font-sans text-sm whitespace-nowrap">
      {children}
    </kbd>
  );
}
