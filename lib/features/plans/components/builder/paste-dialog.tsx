"use client";

import { useTranslations } from "use-intl";
import type { LocalDate } from "../../../../domain/calendar/local-date";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { dosageInWords } from "../../../../i18n/dosage-words";
import { besideWords, lineProblemWords } from "../../../../i18n/typed-line-words";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { Dialog } from "../../../../ui/dialog";
import { SelectField } from "../../../../ui/select-field";
import { TextField } from "../../../../ui/text-field";
import type { NewLine } from "../../line-adding";
import { noRoomSentence } from "../../template-content";
import { useObstacleWords } from "./add-line-reading";
import { MAX_PASTED, type PastedLine, usePastedLines } from "./use-pasted-lines";

/** A pasted list before it goes in: every line with its match, its dose in words and what was not read. */
export function PasteDialog({
  pasted,
  today,
  inPlan,
  onClose,
  onInsert,
}: {
  pasted: readonly string[];
  today: LocalDate;
  /** Exercises in the plan already, for the room that is left. */
  inPlan: number;
  onClose: () => void;
  onInsert: (lines: readonly NewLine[]) => void;
}) {
  const t = useTranslations("plans.builder.paste");
  const { lines, change, isCut } = usePastedLines(pasted, today);
  const taken = lines.flatMap(({ isTaken, line }) => (isTaken && line ? [line] : []));
  const isLooking = lines.some(({ standing }) => standing === "looking");
  const noRoom = noRoomSentence(inPlan, taken.length);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={t("title")}
      closeLabel={t("cancel")}
      footer={
        <>
          <p
            aria-live="polite"
            className={cx(
              "min-w-0 flex-1 basis-full self-center text-sm sm:basis-40",
              noRoom ? "font-semibold text-clay" : "text-secondary",
            )}
          >
            {noRoom ??
              (isLooking ? t("looking") : t("ready", { ready: taken.length, count: lines.length }))}
          </p>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabled={isLooking || taken.length === 0 || noRoom !== null}
            onClick={() => onInsert(taken)}
          >
            {t("add", { count: taken.length })}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-secondary">
        {t("intro")} {isCut && t("cut", { max: MAX_PASTED })}
      </p>
      <ol className="grid grid-cols-1 divide-y divide-line">
        {lines.map((line, at) => (
          <PastedRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines stay in their places
            key={at}
            n={at + 1}
            line={line}
            onChange={(to) => change(at, to)}
          />
        ))}
      </ol>
    </Dialog>
  );
}

function PastedRow({
  n,
  line,
  onChange,
}: {
  n: number;
  line: PastedLine;
  onChange: (to: Partial<Pick<PastedLine, "text" | "ticked" | "slug">>) => void;
}) {
  const t = useTranslations("plans.builder.paste");
  const { card, items, canBeTaken } = line;
  const sentences = useProblems(line);
  const beside = besideWords(useTranslations("plans"), line.read);
  const dose = line.line && !line.obstacle && dosageInWords(line.line.content.dosage, "en");
  return (
    <li className="flex gap-x-3 py-3">
      <input
        type="checkbox"
        aria-label={t("take", { n })}
        checked={line.isTaken}
        disabled={!canBeTaken}
        onChange={(event) => onChange({ ticked: event.target.checked })}
        className="mt-3 size-[1.3em] shrink-0 accent-spruce"
      />
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2">
        <div className="min-w-0">
          <TextField
            label={t("line", { n })}
            labelHidden
            value={line.text}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={sentences.length > 0 || undefined}
            onChange={(event) => onChange({ text: event.target.value, ticked: null, slug: null })}
          />
          {sentences.map((sentence) => (
            <p key={sentence} className="mt-1.5 text-sm font-semibold wrap-anywhere text-clay">
              {sentence}
            </p>
          ))}
        </div>
        <div className="flex min-w-0 items-start gap-3">
          <FigureThumb
            figureId={card?.figureId ?? null}
            photoId={card?.photoId ?? null}
            alt=""
            mirrored={line.line?.content.dosage.side === "left"}
            className={cx("!w-14 self-center", !card && "invisible")}
          />
          <div className="min-w-0 flex-1">
            {card ? (
              <SelectField
                label={t("match", { n })}
                labelHidden
                value={card.slug}
                onChange={(event) => onChange({ slug: event.target.value })}
                options={items.map(({ slug, name }) => ({ value: slug, label: name }))}
              />
            ) : (
              <p className="py-2.5 text-secondary">
                {t(line.standing === "looking" ? "looking" : "nothing")}
              </p>
            )}
            {dose && (
              <p className="mt-1 text-sm text-spruce tabular-nums">
                {[dose.amount, ...dose.extras, dose.frequency].join(" · ")}
              </p>
            )}
            {card && beside.length > 0 && (
              <p className="mt-1 text-sm wrap-anywhere text-secondary">{beside.join(" · ")}</p>
            )}
          </div>
        </div>
      </div>
    </li>
  );
}

/** Everything that keeps a line from being added, or that a person has to confirm. */
function useProblems({ read, text, left, standing, card, obstacle, meant }: PastedLine): string[] {
  const t = useTranslations("plans");
  const obstacleWords = useObstacleWords();
  const sentences = lineProblemWords(t, left, text);
  if (standing === "noName") sentences.push(t("builder.line.noName"));
  if (standing === "failed") sentences.push(t("builder.line.failedNote"));
  if (standing === "nothing") sentences.push(t("builder.line.nothing", { text: read.name }));
  if (card && obstacle) sentences.push(obstacleWords(card.name, obstacle));
  if (meant !== null && !obstacle) sentences.push(t("builder.paste.meant", { text: read.name }));
  return [...new Set(sentences)];
}
