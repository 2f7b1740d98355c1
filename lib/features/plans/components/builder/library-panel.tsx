"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Severity } from "../../../../domain/cautions/rule-set";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { dosageShort } from "../../../../i18n/dosage-words";
import { Badge } from "../../../../ui/badge";
import { Button, LinkButton } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { LiveRegion } from "../../../../ui/live-region";
import { SearchField } from "../../../../ui/search-field";
import type { ExerciseCard } from "../../../library/search-queries";
import { facetWords } from "./facet-words";
import { LibraryFilters } from "./library-filters";
import { LibraryWithin } from "./library-within";
import { useLibrarySearch } from "./use-library-search";

/** What the patient's conditions say of an exercise that is not in the plan yet. */
export interface Foreseen {
  readonly severity: Severity;
  readonly conditions: readonly string[];
}

const canBeAdded = ({ recommended, ready }: ExerciseCard) => recommended && ready;

/** Search and results; the therapist's hands stay on the keyboard: arrows choose, Enter adds. */
export function LibraryPanel({
  inPlan,
  conditions,
  foresee,
  onAdd,
}: {
  inPlan: ReadonlySet<string>;
  /** The patient's own, by which lists can be asked for. */
  conditions: readonly { readonly id: string; readonly name: string }[];
  /** Warnings by slug for what is shown. */
  foresee: (cards: readonly ExerciseCard[]) => ReadonlyMap<string, Foreseen>;
  onAdd: (card: ExerciseCard, edit: boolean) => void;
}) {
  const t = useTranslations("plans.builder.library");
  const search = useLibrarySearch();
  const id = useId();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { result, text } = search;
  const items = result?.items ?? [];
  const warnings = foresee(items);
  const optionId = (slug: string) => `${id}-${slug}`;
  const current = items[Math.min(active, items.length - 1)];
  const [entered, setEntered] = useState<{ readonly edit: boolean } | null>(null);

  // Enter may come before the answer to what was typed; the older list must not be added from.
  useEffect(() => {
    if (!entered || !search.isCurrent) return;
    setEntered(null);
    if (current && canBeAdded(current)) onAdd(current, entered.edit);
  }, [entered, search.isCurrent, current, onAdd]);

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && !event.altKey && items.length > 0) {
      event.preventDefault();
      setActive((at) =>
        Math.min(items.length - 1, Math.max(0, Math.min(at, items.length - 1) + by)),
      );
    }
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      setEntered({ edit: event.shiftKey });
    }
    if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      search.setText("");
    }
  };

  const countWords = result
    ? t("count", { shown: result.total, total: search.all ?? result.total })
    : "";
  return (
    <div className="grid grid-cols-1 gap-3">
      <SearchField
        label={t("search")}
        shortcut="/"
        trailing={text !== "" || search.isFiltered ? countWords : undefined}
        value={text}
        onChange={(event) => {
          setActive(0);
          setEntered(null);
          search.setText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-results`}
        aria-activedescendant={current && optionId(current.slug)}
        aria-autocomplete="list"
      />
      <LibraryWithin search={search} conditions={conditions} />
      <LibraryFilters search={search} />
      <LiveRegion>{countWords}</LiveRegion>
      {result?.meant && search.isCurrent && (
        <p className="text-sm text-secondary">{t("meant", { text, meant: result.meant })}</p>
      )}
      {search.failed && <p className="text-sm font-semibold text-clay">{t("failed")}</p>}
      <div
        ref={list}
        id={`${id}-results`}
        role="listbox"
        aria-label={t("results")}
        className="grid gap-0.5 lg:-mx-2"
      >
        {items.map((card, i) => (
          <ResultOption
            key={card.slug}
            id={optionId(card.slug)}
            card={card}
            selected={card === current}
            inPlan={inPlan.has(card.slug)}
            warning={warnings.get(card.slug)}
            onAdd={() => {
              setActive(i);
              if (canBeAdded(card)) onAdd(card, false);
            }}
          />
        ))}
      </div>
      {result && items.length === 0 && (
        <div className="text-secondary">
          <p className="font-semibold text-ink">
            {text === "" ? t("noneFilters") : t("none", { text })}
          </p>
          <p className="text-sm">{t("noneHint")}</p>
          <div className="mt-3 flex flex-wrap gap-2">
            {search.isFiltered && (
              <Button size="sm" onClick={search.clear}>
                {t("clearFilters")}
              </Button>
            )}
            <LinkButton size="sm" icon="plus" href="/library/new" target="_blank">
              {t("make")}
              <span className="sr-only"> ({t("newTab")})</span>
            </LinkButton>
          </div>
        </div>
      )}
      {current && !current.ready && (
        <p className="sticky bottom-0 -mx-1 rounded-control border border-marigold-line bg-marigold-tint px-3 py-2 text-sm">
          {t("finishFirst", { name: current.name })}{" "}
          <a
            href={`/library/${current.slug}/edit`}
            target="_blank"
            rel="noreferrer"
            className="font-semibold text-marigold underline underline-offset-3"
          >
            {t("finish")}
            <span className="sr-only"> ({t("newTab")})</span>
          </a>
        </p>
      )}
      <p className="text-sm text-secondary pointer-coarse:hidden">{t("hint")}</p>
    </div>
  );
}

function ResultOption({
  id,
  card,
  selected,
  inPlan,
  warning,
  onAdd,
}: {
  id: string;
  card: ExerciseCard;
  selected: boolean;
  inPlan: boolean;
  warning: Foreseen | undefined;
  onAdd: () => void;
}) {
  const t = useTranslations("plans.builder.library");
  const isAddable = canBeAdded(card);
  const place = [card.positions[0], ...card.regions.slice(0, 2)].filter(Boolean).map(String);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={isAddable ? undefined : true}
      onClick={onAdd}
      className={cx(
        "flex flex-wrap gap-x-3 gap-y-1 rounded-card border px-3 py-2",
        selected ? "border-line bg-surface" : "border-transparent hover:bg-surface/60",
        isAddable ? "cursor-pointer" : "cursor-not-allowed",
      )}
    >
      <FigureThumb
        figureId={card.figureId}
        photoId={card.photoId}
        alt=""
        mirrored={card.dosage.side === "left"}
        className="self-center"
      />
      <div className="min-w-0 flex-1 basis-40">
        <p className={cx("font-semibold", !isAddable && "text-secondary")}>
          {card.name}
          {inPlan && (
            <Badge tone="spruce" className="ml-1.5 !text-xs">
              {t("inPlan")}
            </Badge>
          )}
          {card.origin !== "library" && (
            <Badge className="ml-1.5 !text-xs">{t(`origins.${card.origin}`)}</Badge>
          )}
        </p>
        <p className="text-sm text-secondary">{place.map(facetWords).join(" · ")}</p>
        {!card.recommended && <p className="text-sm text-clay">{t("avoid")}</p>}
        {card.recommended && !card.ready && (
          <p className="text-sm text-marigold">{t("notReady")}</p>
        )}
        {isAddable && (
          <p className="text-sm text-spruce tabular-nums">{dosageShort(card.dosage, "en")}</p>
        )}
        {warning && isAddable && (
          <p
            className={cx(
              "mt-0.5 text-sm font-semibold",
              warning.severity === "contraindicated" ? "text-clay" : "text-marigold",
            )}
          >
            {t(warning.severity, { conditions: warning.conditions.join(", ") })}
          </p>
        )}
      </div>
    </div>
  );
}
