"use client";

import { useTranslations } from "use-intl";
import type { LineContent } from "../../../../domain/dosage/line-grammar/read-line";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { dosageInWords, dosageShort } from "../../../../i18n/dosage-words";
import { Badge } from "../../../../ui/badge";
import { cx } from "../../../../ui/cx";
import type { ExerciseCard } from "../../../library/search-queries";
import { newLineOf } from "../../line-adding";
import { useObstacleWords } from "./add-line-reading";
import type { Foreseen } from "./library-panel";
import type { AddLine } from "./use-add-line";

/** The exercises that the line may mean, each with the dose that it would get. */
export function AddLineOptions({
  id,
  optionId,
  line,
  inPlan,
  warnings,
  onChoose,
  onHelp,
}: {
  id: string;
  optionId: (slug: string) => string;
  line: AddLine;
  inPlan: ReadonlySet<string>;
  warnings: ReadonlyMap<string, Foreseen>;
  onChoose: (card: ExerciseCard) => void;
  onHelp: () => void;
}) {
  const t = useTranslations("plans.builder.line");
  const { read, search, current } = line;
  const { name } = read;
  return (
    <>
      {search.meant && (
        <p className="px-1.5 pb-1.5 text-sm text-secondary">
          {t("meant", { text: name, meant: search.meant })}
        </p>
      )}
      {search.failed && <p className="px-1.5 text-sm font-semibold text-clay">{t("failed")}</p>}
      <div
        id={id}
        role="listbox"
        aria-label={t("results")}
        className="grid max-h-56 gap-0.5 overflow-y-auto lg:max-h-96"
      >
        {search.items.map((card) => (
          <LineOption
            key={card.slug}
            id={optionId(card.slug)}
            card={card}
            read={read}
            selected={card === current}
            inPlan={inPlan.has(card.slug)}
            warning={warnings.get(card.slug)}
            onChoose={() => onChoose(card)}
          />
        ))}
      </div>
      {search.isCurrent && !search.failed && search.items.length === 0 && (
        <div className="px-1.5 py-1">
          <p className="font-semibold">{t("nothing", { text: name })}</p>
          <p className="text-sm text-secondary">{t("nothingHint")}</p>
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-3 px-1.5 pt-1.5 text-sm text-secondary">
        <p className="pointer-coarse:hidden">{search.items.length > 0 && t("hint")}</p>
        <button
          type="button"
          onClick={onHelp}
          className="min-h-8 font-semibold text-spruce underline-offset-3 hover:underline"
        >
          {t("help")}
        </button>
      </div>
    </>
  );
}

function LineOption({
  id,
  card,
  read,
  selected,
  inPlan,
  warning,
  onChoose,
}: {
  id: string;
  card: ExerciseCard;
  read: LineContent;
  selected: boolean;
  inPlan: boolean;
  warning: Foreseen | undefined;
  onChoose: () => void;
}) {
  const t = useTranslations("plans.builder.library");
  const obstacleWords = useObstacleWords();
  const { line, obstacle } = newLineOf(read, card);
  const { dosage } = line.content;
  const { amount, extras, frequency } = dosageInWords(dosage, "en");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={obstacle ? true : undefined}
      onClick={onChoose}
      className={cx(
        "flex gap-x-3 rounded-control border px-2 py-1.5",
        selected ? "border-spruce-line bg-spruce-tint" : "border-transparent hover:bg-paper",
        obstacle ? "cursor-not-allowed" : "cursor-pointer",
      )}
    >
      <FigureThumb
        figureId={card.figureId}
        photoId={card.photoId}
        alt=""
        mirrored={dosage.side === "left"}
        className="!w-14 self-center"
      />
      <div className="min-w-0 flex-1 self-center">
        <p className={cx("font-semibold", obstacle && "text-secondary")}>
          {card.name}
          {inPlan && (
            <Badge tone="spruce" className="ml-1.5 !text-xs">
              {t("inPlan")}
            </Badge>
          )}
        </p>
        {obstacle ? (
          <p className="text-sm text-clay">{obstacleWords(card.name, obstacle)}</p>
        ) : (
          <p className="text-sm text-spruce tabular-nums">
            {selected ? [amount, ...extras, frequency].join(" · ") : dosageShort(dosage, "en")}
          </p>
        )}
        {warning && !obstacle && (
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
