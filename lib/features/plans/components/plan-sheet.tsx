import type { ReactNode } from "react";
import { adviceByMoment } from "../../../domain/plan/advice";
import type { DocumentExercise, PlanDocument } from "../../../domain/plan/plan-document";
import { longDate } from "../../../i18n/date-words";
import { documentTranslator } from "../../../i18n/document-words";
import { Icon } from "../../../ui/icon";
import { SheetAdvice } from "./sheet-advice";
import { SheetParts } from "./sheet-parts";
import { SheetPainRule, SheetStop } from "./sheet-safety";

/** The QR code of `planUrl` as one path in a square of `size` modules. */
export interface SheetQr {
  readonly d: string;
  readonly size: number;
}

function Newest({ document, qr }: { document: PlanDocument; qr: SheetQr }) {
  const t = documentTranslator(document.locale);
  return (
    <div className="hidden items-center gap-2 sm:flex print:flex">
      <p className="max-w-36 text-right text-xs text-secondary">
        <span className="font-semibold">{t("newestTitle")}</span> {t("newestText")}
      </p>
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} className="size-24 shrink-0" aria-hidden="true">
        <path d={qr.d} className="fill-ink" />
      </svg>
    </div>
  );
}

function ClinicLine({ document: { clinic, locale } }: { document: PlanDocument }) {
  const t = documentTranslator(locale);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div>
        {clinic.logo && (
          // biome-ignore lint/performance/noImgElement: the bytes are here already, and never in a shared cache
          <img
            src={`data:${clinic.logo.mime};base64,${clinic.logo.base64}`}
            alt=""
            className="mb-1 max-h-12 max-w-56 object-contain"
          />
        )}
        <p className="text-lg font-semibold text-spruce">{clinic.name}</p>
      </div>
      <p className="text-sm text-secondary sm:text-right">
        {clinic.phone && <span className="block">{t("phone", { phone: clinic.phone })}</span>}
        {clinic.address}
      </p>
    </div>
  );
}

function Title({
  document,
  as: Heading,
  qr,
}: {
  document: PlanDocument;
  as: "h1" | "h2";
  qr?: SheetQr;
}) {
  const { locale, publishedOn, startsOn } = document;
  const t = documentTranslator(locale);
  const dates = [
    t("version", { n: document.versionNumber }),
    t("madeOn", { date: longDate(publishedOn, locale) }),
  ];
  return (
    <div className="mt-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div>
        <Heading className="text-3xl">{t("yourExercises")}</Heading>
        <p className="mt-1 text-lg">
          {t("forPatient", { name: document.patientGivenName })} ·{" "}
          {t("withTherapist", { name: document.therapistName })}
        </p>
        <p className="text-secondary">{document.title}</p>
        <p className="text-secondary">{dates.join(" · ")}</p>
        {startsOn !== publishedOn && (
          <p className="text-secondary">{t("startsOn", { date: longDate(startsOn, locale) })}</p>
        )}
        {document.endsOn && (
          <p className="text-secondary">
            {t("endsOn", { date: longDate(document.endsOn, locale) })}
          </p>
        )}
      </div>
      {qr && <Newest document={document} qr={qr} />}
    </div>
  );
}

/**
 * A published plan as accessible HTML: the twin of the PDF from the same view model, for screen and
 * print. Pure, so that a page, the phone and a preview can all show it.
 */
export function PlanSheet({
  document,
  figureOf,
  headingLevel = 2,
  foldAdvice = false,
  currentPhaseId = null,
  qr,
}: {
  document: PlanDocument;
  /** The picture of an exercise: each place has it from elsewhere. */
  figureOf: (exercise: DocumentExercise) => ReactNode;
  /** Level of the sheet's own title; its parts follow one and two below. */
  headingLevel?: 1 | 2;
  /** What to read before starting is a press away: for who has read it. */
  foldAdvice?: boolean;
  /** The phase in force, where it is known. */
  currentPhaseId?: string | null;
  /** For printing: the code that tells whether the paper is out of date. */
  qr?: SheetQr;
}) {
  const { locale, note, exercises } = document;
  const t = documentTranslator(locale);
  const { beforeStarting, goodToKnow } = adviceByMoment(document.advice);
  const [top, part] = headingLevel === 1 ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  return (
    <article lang={locale}>
      <ClinicLine document={document} />
      <Title document={document} as={top} qr={qr} />
      {note && (
        <p
          dir="auto"
          className="mt-5 max-w-[65ch] whitespace-pre-line border-s-3 border-spruce ps-4"
        >
          {note}
        </p>
      )}
      <SheetAdvice
        title={t("beforeYouStart")}
        items={beforeStarting}
        as={part}
        folded={foldAdvice}
      />
      {exercises.some(({ mustDo }) => mustDo) && (
        <p className="mt-5 flex max-w-[65ch] gap-1.5">
          <Icon name="star" className="mt-[0.15em] fill-current text-marigold" />
          {t("starHow")}
        </p>
      )}
      <SheetParts
        document={document}
        figureOf={figureOf}
        as={part}
        currentPhaseId={currentPhaseId}
      />
      <SheetAdvice title={t("goodToKnow")} items={goodToKnow} as={part} />
      <SheetPainRule rule={document.painRule} locale={locale} as={part} />
      <SheetStop document={document} as={part} />
    </article>
  );
}
