"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { LadderDirection } from "../../../../domain/plan/line";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { dosageShort } from "../../../../i18n/dosage-words";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { Dialog } from "../../../../ui/dialog";
import { LiveRegion } from "../../../../ui/live-region";
import { SearchField } from "../../../../ui/search-field";
import { Spinner } from "../../../../ui/spinner";
import { ladderChoicesAction } from "../../actions";
import type { ContentLine } from "../../draft-content";
import type { PlanExercise } from "../../exercise-queries";
import type { LadderChoices } from "../../ladder-queries";
import type { Foreseen } from "./library-panel";
import type { Builder } from "./use-builder";
import { useLibrarySearch } from "./use-library-search";

interface LadderDialogProps {
  readonly builder: Builder;
  readonly line: ContentLine;
  readonly direction: LadderDirection;
  readonly onTake: (exercise: PlanExercise) => void;
  readonly onClose: () => void;
}

/** What the library names as easier or harder than this exercise. */
function useLadderChoices(slug: string) {
  const [answer, setAnswer] = useState<LadderChoices | "failed" | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
  useEffect(() => {
    let isCurrent = true;
    void ladderChoicesAction({ slug })
      .catch(() => null)
      .then((reply) => isCurrent && setAnswer(reply?.choices ?? "failed"));
    return () => {
      isCurrent = false;
    };
  }, [slug, turn]);
  const retry = () => {
    setAnswer(null);
    setTurn(turn + 1);
  };
  return { answer, retry };
}

/** Chooses a variant: first what the library names, then anything that can be prescribed. */
export function LadderDialog({ builder, line, direction, onTake, onClose }: LadderDialogProps) {
  const t = useTranslations("structure.ladder");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { answer, retry } = useLadderChoices(line.slug);
  const search = useLibrarySearch();
  const [active, setActive] = useState(0);
  const { name } = builder.exerciseOf(line.slug);
  const taken = new Set([line.slug, ...line.ladder.map(({ slug }) => slug)]);
  const named = answer === null || answer === "failed" ? [] : answer[direction];
  const isSearching = search.text.trim() !== "";
  const found = isSearching
    ? (search.result?.items ?? []).filter(({ recommended, ready }) => recommended && ready)
    : named;
  const options: readonly PlanExercise[] = found
    .filter(({ slug }) => !taken.has(slug))
    .map((one) => ({ isRetired: false, ...one }));
  const current = options[Math.min(active, options.length - 1)];
  const warnings = builder.check.foresee(options);
  const optionId = (slug: string) => `${id}-${slug}`;

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && options.length > 0) {
      event.preventDefault();
      setActive(Math.min(options.length - 1, Math.max(0, active + by)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (current && (!isSearching || search.isCurrent)) onTake(current);
    } else if (event.key === "Escape" && search.text !== "") {
      event.stopPropagation();
      search.setText("");
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(direction === "easier" ? "titleEasier" : "titleHarder", { name })}
      closeLabel={t("close")}
    >
      <div className="grid grid-cols-1 content-start gap-3 sm:min-h-96">
        <p className="text-secondary">{t("lead")}</p>
        <SearchField
          label={t("search")}
          value={search.text}
          onChange={(event) => {
            setActive(0);
            search.setText(event.target.value);
          }}
          onKeyDown={onKeyDown}
          autoFocus
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-results`}
          aria-activedescendant={current && optionId(current.slug)}
          aria-autocomplete="list"
        />
        {!isSearching && answer !== null && answer !== "failed" && (
          <p className="text-sm font-semibold text-secondary">
            {options.length > 0 ? t("fromLibrary") : t("noneInLibrary")}
          </p>
        )}
        {!isSearching && answer === null && (
          <p className="flex items-center gap-2 text-secondary">
            <Spinner />
            {t("loading")}
          </p>
        )}
        {!isSearching && answer === "failed" && (
          <p role="alert" className="text-clay">
            {t("failed")}{" "}
            <Button size="sm" onClick={retry}>
              {t("retry")}
            </Button>
          </p>
        )}
        {isSearching && search.isCurrent && options.length === 0 && <p>{t("none")}</p>}
        <LiveRegion>{isSearching && options.length === 0 ? t("none") : ""}</LiveRegion>
        <div
          ref={list}
          id={`${id}-results`}
          role="listbox"
          aria-label={t("found")}
          className="grid gap-0.5"
        >
          {options.map((exercise) => (
            <Option
              key={exercise.slug}
              id={optionId(exercise.slug)}
              exercise={exercise}
              selected={exercise === current}
              warning={warnings.get(exercise.slug)}
              onTake={() => onTake(exercise)}
            />
          ))}
        </div>
        <p className="text-sm text-secondary pointer-coarse:hidden">{t("keys")}</p>
      </div>
    </Dialog>
  );
}

function Option({
  id,
  exercise,
  selected,
  warning,
  onTake,
}: {
  id: string;
  exercise: PlanExercise;
  selected: boolean;
  warning: Foreseen | undefined;
  onTake: () => void;
}) {
  const t = useTranslations("plans.builder.library");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onClick={onTake}
      className={cx(
        "flex min-h-target cursor-pointer items-center gap-3 rounded-control border px-3 py-2",
        selected ? "border-spruce-line bg-spruce-tint" : "border-transparent hover:bg-paper",
      )}
    >
      <FigureThumb
        figureId={exercise.figureId}
        photoId={exercise.photoId}
        alt=""
        mirrored={exercise.dosage.side === "left"}
      />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{exercise.name}</p>
        <p className="text-sm text-spruce tabular-nums">{dosageShort(exercise.dosage, "en")}</p>
        {warning && (
          <p
            className={cx(
              "text-sm font-semibold",
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
