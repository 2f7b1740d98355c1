import Link from "next/link";
import { FigureThumb } from "@/lib/figures/figure-thumb";
import { dosageInWords } from "@/lib/i18n/dosage-words";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import { cx } from "@/lib/ui/cx";
import type { TemplateLine } from "../line-queries";

const t = translator("en", "templates.page");
const dialog = translator("en", "templates.dialog");
const obstacles = translator("en", "templates.obstacle");

function Line({
  line: { exercise, dosage, cue, caution, mustDo, ladder, obstacle },
}: {
  line: TemplateLine;
}) {
  const { amount, frequency, extras } = dosageInWords(dosage, "en");
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line py-3.5 first:border-t-0 sm:flex-nowrap">
      <FigureThumb
        figureId={exercise.figureId}
        photoId={exercise.photoId}
        alt=""
        mirrored={dosage.side === "left"}
        className={cx(obstacle !== null && "opacity-50")}
      />
      <div className="min-w-0 flex-1 basis-40">
        <h3>
          <Link href={`/library/${exercise.slug}`} className="hover:underline">
            {exercise.name}
          </Link>
        </h3>
        <p className="tabular-nums">{amount}</p>
        <p className="text-sm text-secondary tabular-nums">{[frequency, ...extras].join(" · ")}</p>
        {mustDo && <p className="text-sm text-secondary">{dialog("mustDo")}</p>}
        {ladder.map((step) => (
          <p key={step.stepId} className="text-sm wrap-anywhere text-secondary tabular-nums">
            {dialog(step.obstacle === null ? step.direction : "variantLeftOut", {
              name: step.exercise.name,
              amount: dosageInWords(step.dosage, "en").amount,
            })}
          </p>
        ))}
        {cue !== null && (
          <p dir="auto" className="wrap-anywhere">
            “{cue}”
          </p>
        )}
        {caution !== null && (
          <p
            dir="auto"
            className="mt-1.5 rounded-control bg-marigold-tint px-3 py-1.5 wrap-anywhere text-marigold"
          >
            {caution}
          </p>
        )}
        {obstacle !== null && (
          <p className="mt-0.5 text-sm font-semibold text-clay">
            {t("leftOut", { reason: obstacles(obstacle) })}
          </p>
        )}
      </div>
    </li>
  );
}

/** The exercises of a template in order, with their doses in words and what is left out of plans. */
export function TemplateLines({ lines }: { lines: readonly TemplateLine[] }) {
  return (
    <Card title={t("exercises")} subtitle={t("exercisesNote")}>
      <ol>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a set may hold an exercise twice
          <Line key={i} line={line} />
        ))}
      </ol>
    </Card>
  );
}
