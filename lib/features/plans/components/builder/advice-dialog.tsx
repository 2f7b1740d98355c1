"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { MAX_ADVICE } from "../../../../domain/plan/advice";
import { ADVICE_KINDS, type AdviceKind, type Locale } from "../../../../domain/plan/plan-document";
import { Badge } from "../../../../ui/badge";
import { Button } from "../../../../ui/button";
import { Chip, ChipRow } from "../../../../ui/chip";
import { cx } from "../../../../ui/cx";
import { Dialog } from "../../../../ui/dialog";
import { Icon } from "../../../../ui/icon";
import { LiveRegion } from "../../../../ui/live-region";
import { SearchField } from "../../../../ui/search-field";
import { findAdvice, fitsRegions } from "../../../advice/find-advice";
import type { AdviceItem } from "../../../advice/queries";
import { facetWords } from "./facet-words";

export interface AdviceDialogProps {
  readonly items: readonly AdviceItem[];
  /** What the plan has now. */
  readonly chosen: readonly string[];
  /** Main regions of the plan's exercises. */
  readonly regions: readonly string[];
  /** The patient's language, in which the texts are shown. */
  readonly locale: Locale;
  readonly onToggle: (item: AdviceItem) => void;
  readonly onClose: () => void;
}

/** Choosing advice for the plan: the focus stays in the search; arrows choose, Enter adds or takes back. */
export function AdviceDialog({
  items,
  chosen,
  regions,
  locale,
  onToggle,
  onClose,
}: AdviceDialogProps) {
  const t = useTranslations("plans.builder");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [kind, setKind] = useState<AdviceKind | null>(null);
  const [active, setActive] = useState(0);
  const found = findAdvice(items, { text, kind, regions, locale });
  const total = items.filter(({ isRetired }) => !isRetired).length;
  const at = Math.min(active, found.length - 1);
  const current = found[at];
  const isFull = chosen.length >= MAX_ADVICE;
  const mayToggle = (item: AdviceItem) => !isFull || chosen.includes(item.id);
  const optionId = (item: AdviceItem) => `${id}-${item.id}`;

  useEffect(() => {
    if (at >= 0) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const narrow = (change: () => void) => {
    change();
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && found.length > 0) {
      event.preventDefault();
      setActive(Math.min(found.length - 1, Math.max(0, at + by)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (current && mayToggle(current)) onToggle(current);
    } else if (event.key === "Escape" && text !== "") {
      event.stopPropagation();
      narrow(() => setText(""));
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t("advice.add")}
      closeLabel={t("common.close")}
      footer={
        <>
          <p className="mr-auto self-center text-sm text-secondary tabular-nums">
            {isFull
              ? t("advice.full", { max: MAX_ADVICE })
              : t("advice.count", { count: chosen.length, max: MAX_ADVICE })}
          </p>
          <Button variant="primary" onClick={onClose}>
            {t("advice.done")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <div className="sticky top-0 z-10 -mx-1 grid gap-3 bg-surface px-1 pt-1 pb-2">
          <SearchField
            label={t("advice.search")}
            value={text}
            trailing={t("advice.found", { count: found.length, total })}
            onChange={(event) => narrow(() => setText(event.target.value))}
            onKeyDown={onKeyDown}
            autoFocus
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={`${id}-results`}
            aria-activedescendant={current && optionId(current)}
            aria-autocomplete="list"
          />
          <ChipRow label={t("advice.kinds")}>
            {ADVICE_KINDS.map((each) => (
              <Chip
                key={each}
                selected={kind === each}
                onClick={() => narrow(() => setKind(kind === each ? null : each))}
              >
                {t(`advice.kind.${each}`)}
              </Chip>
            ))}
          </ChipRow>
        </div>
        <LiveRegion>{t("advice.found", { count: found.length, total })}</LiveRegion>
        <div
          ref={list}
          id={`${id}-results`}
          role="listbox"
          aria-multiselectable="true"
          aria-label={t("advice.results")}
          className="grid grid-cols-1 gap-0.5"
        >
          {found.map((item, i) => (
            <Option
              key={item.id}
              id={optionId(item)}
              item={item}
              locale={locale}
              isActive={i === at}
              isChosen={chosen.includes(item.id)}
              fits={fitsRegions(item, regions)}
              mayToggle={mayToggle(item)}
              onPress={() => {
                setActive(i);
                if (mayToggle(item)) onToggle(item);
              }}
            />
          ))}
        </div>
        {found.length === 0 && (
          <div>
            <p className="font-semibold">
              {text === "" ? t("advice.nothingKind") : t("advice.nothing", { text })}
            </p>
            <Button
              size="sm"
              className="mt-3"
              onClick={() =>
                narrow(() => {
                  setText("");
                  setKind(null);
                })
              }
            >
              {t("advice.clear")}
            </Button>
          </div>
        )}
        <p className="text-sm text-secondary pointer-coarse:hidden">{t("advice.keys")}</p>
      </div>
    </Dialog>
  );
}

function Option({
  id,
  item,
  locale,
  isActive,
  isChosen,
  fits,
  mayToggle,
  onPress,
}: {
  id: string;
  item: AdviceItem;
  locale: Locale;
  isActive: boolean;
  isChosen: boolean;
  fits: boolean;
  mayToggle: boolean;
  onPress: () => void;
}) {
  const t = useTranslations("plans.builder.advice");
  const { kind, regions, isDefault, words } = item;
  const about = [t(`kind.${kind}`), ...regions.map(facetWords)];
  const marks = [fits && t("fits"), isDefault && t("default")].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      data-active={isActive || undefined}
      aria-disabled={mayToggle ? undefined : true}
      onClick={onPress}
      className={cx(
        "flex gap-3 rounded-card border px-3 py-2.5",
        isActive ? "border-line bg-paper" : "border-transparent hover:bg-paper/70",
        mayToggle ? "cursor-pointer" : "cursor-not-allowed opacity-60",
      )}
    >
      <span
        aria-hidden="true"
        className={cx(
          "mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-badge border",
          isChosen ? "border-spruce bg-spruce text-surface" : "border-control bg-surface",
        )}
      >
        {isChosen && <Icon name="check" className="size-4" />}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold leading-snug">{words.en.title}</p>
        <p className="text-sm text-secondary">
          {about.join(" · ")}
          {marks.map((mark) => (
            <Badge key={String(mark)} tone="spruce" className="ml-1.5 !text-xs">
              {mark}
            </Badge>
          ))}
        </p>
        <p lang={locale} className="mt-1 max-w-[70ch] text-sm">
          {locale !== "en" && <span className="font-semibold">{words[locale].title}. </span>}
          {words[locale].body}
        </p>
      </div>
    </div>
  );
}
