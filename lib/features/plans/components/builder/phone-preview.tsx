"use client";

import { type ReactNode, useState } from "react";
import { IntlProvider, useMessages, useTranslations } from "use-intl";
import { fullestBurden } from "../../../../domain/plan/plan-burden";
import type { DocumentExercise, Locale, PlanDocument } from "../../../../domain/plan/plan-document";
import { hasTarget } from "../../../../domain/schedule/due";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { documentTranslator } from "../../../../i18n/document-words";
import { dosageInWords } from "../../../../i18n/dosage-words";
import { phaseTitle } from "../../../../i18n/exercise-words";
import { buttonClass } from "../../../../ui/button";
import { Card } from "../../../../ui/card";
import { cx } from "../../../../ui/cx";
import { firstPhoto } from "../../../media/media-view";
import { PlanSheet } from "../plan-sheet";
import { StarMark } from "../star-mark";

interface PhoneProps {
  readonly document: PlanDocument;
  readonly phaseId: string | null;
  readonly figureOf: (exercise: DocumentExercise) => ReactNode;
}

const SCREENS = ["today", "plan"] as const;

/** The portal's pages in a small phone: today as on a day on which everything is due, and the plan to read. */
export function PhonePreview({ document, phaseId, figureOf }: PhoneProps) {
  const t = useTranslations("structure.preview");
  const messages = useMessages();
  const [screen, setScreen] = useState<(typeof SCREENS)[number]>("today");
  const phase = document.phases.find((one) => one.phaseId === phaseId) ?? document.phases[0];
  return (
    <div className="overflow-hidden rounded-[1.75rem] border-4 border-ink bg-paper">
      <div
        inert
        // The portal's own size, drawn smaller.
        style={{ zoom: 0.74 }}
        className="h-[46rem] overflow-hidden bg-paper px-4 pt-6 text-[18px]"
      >
        <IntlProvider locale={document.locale} messages={messages} timeZone="UTC">
          {document.exercises.length === 0 ? (
            <p className="text-secondary">{t("phoneEmpty")}</p>
          ) : screen === "today" ? (
            <Today document={document} phaseId={phase?.phaseId ?? null} />
          ) : (
            <PlanSheet
              document={document}
              figureOf={figureOf}
              currentPhaseId={phase?.phaseId ?? null}
            />
          )}
        </IntlProvider>
      </div>
      <div className="grid grid-cols-2 border-t border-line bg-surface">
        {SCREENS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === screen}
            onClick={() => setScreen(each)}
            className={cx(
              "min-h-11 -outline-offset-4",
              each === screen ? "font-semibold text-spruce" : "text-secondary",
            )}
          >
            {t(each)}
          </button>
        ))}
      </div>
    </div>
  );
}

function Today({ document, phaseId }: Omit<PhoneProps, "figureOf">) {
  const t = useTranslations("portal");
  const { locale, publishedOn } = document;
  const at = document.phases.findIndex((one) => one.phaseId === phaseId);
  const phase = document.phases[at];
  const now = document.exercises.filter(
    (one) => one.phaseId === null || phase === undefined || one.phaseId === phase.phaseId,
  );
  const due = now.filter(({ dosage }) => hasTarget(dosage.frequency));
  const shown = due.length > 0 ? due : now;
  const burden = fullestBurden(shown, publishedOn);
  return (
    <div lang={locale} className="grid gap-5">
      <h3 className="text-3xl font-bold">
        {t("greeting.hello", { name: document.patientGivenName })}
      </h3>
      <Card>
        <p className="text-lg font-semibold">{t("today.session")}</p>
        <p>
          {t("today.exercises", { n: burden.exerciseCount })} ·{" "}
          {t("today.minutes", { n: Math.max(1, burden.minutesPerSession) })}
        </p>
        <p className={cx(buttonClass({ variant: "primary", size: "lg", wide: true }), "mt-4")}>
          {t("today.start")}
        </p>
      </Card>
      {phase && (
        <p dir="auto" className="text-lg font-semibold break-words">
          {phaseTitle(phase, at + 1, locale)}
        </p>
      )}
      {now.some(({ mustDo }) => mustDo) && (
        <p className="text-sm text-secondary">{documentTranslator(locale)("starHow")}</p>
      )}
      <ul className="divide-y divide-line border-b border-line">
        {shown.map((exercise) => (
          <Row key={exercise.lineId} exercise={exercise} locale={locale} />
        ))}
      </ul>
    </div>
  );
}

function Row({ exercise, locale }: { exercise: DocumentExercise; locale: Locale }) {
  return (
    <li className="flex min-h-20 items-center gap-3.5 py-3">
      <FigureThumb
        figureId={exercise.figureId}
        photoId={firstPhoto(exercise.media)?.id}
        alt=""
        mirrored={exercise.dosage.side === "left"}
      />
      <span className="min-w-0 flex-1">
        <span lang={exercise.writtenIn ?? undefined} className="block font-semibold">
          {exercise.name}
        </span>
        <span className="block text-sm text-secondary tabular-nums">
          {dosageInWords(exercise.dosage, locale).amount}
        </span>
        {exercise.mustDo && <StarMark locale={locale} className="text-sm" />}
      </span>
    </li>
  );
}
