import type { PainChange } from "../../../domain/pain/change";
import { longDate, nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import { Badge, type Tone } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import type { PatientReview, ReviewPain } from "../review";
import { Disclosure } from "./disclosure";
import { oneDecimal } from "./review-words";

const t = translator("en", "review.change");

type Known = Extract<PainChange, { state: "known" }>;

function percentPart({ percent }: Known): string {
  return percent === null ? "" : t("percentPart", { percent: Math.abs(Math.round(percent)) });
}

function sentence(change: Known, { current, baseline }: ReviewPain): string {
  const rated = t("rated", { days: current?.days ?? 0 });
  const values = {
    now: oneDecimal(current?.value ?? 0),
    baseline: oneDecimal(baseline?.value ?? 0),
    points: oneDecimal(Math.abs(change.points)),
    percent: percentPart(change),
    rated,
  };
  if (change.direction === "up") return t("sentence.up", values);
  const kind = t(`class.${change.class ?? "none"}`);
  return t(`sentence.${change.direction}`, { ...values, class: kind });
}

function provisionalWords({ current, baseline }: ReviewPain): string {
  const isBaseline = baseline?.reliability === "provisional";
  const which = !isBaseline ? "now" : current?.reliability === "provisional" ? "both" : "baseline";
  return t("provisional", { which });
}

const TONES: Record<NonNullable<Known["class"]>, Tone> = {
  none: "neutral",
  minimal: "neutral",
  moderate: "spruce",
  substantial: "spruce",
};

function KnownChange({ change, pain }: { change: Known; pain: ReviewPain }) {
  const points = t("pointsText", { n: oneDecimal(Math.abs(change.points)) });
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-xl font-semibold tabular-nums">
          {t(`headline.${change.direction}`, { points })}
        </span>
        {change.class && change.direction === "down" && (
          <Badge tone={TONES[change.class]}>{t(`class.${change.class}`)}</Badge>
        )}
      </p>
      <p className="mt-1.5 tabular-nums">{sentence(change, pain)}</p>
      {change.provisional && <p className="mt-1.5 text-marigold">{provisionalWords(pain)}</p>}
      {change.highBaseline && <p className="mt-1.5 text-secondary">{t("highBaseline")}</p>}
    </>
  );
}

function NotYet({ title, text }: { title: string; text: string }) {
  return (
    <>
      <p className="font-semibold">{title}</p>
      <p className="mt-1 text-secondary tabular-nums">{text}</p>
    </>
  );
}

function Body({ pain, view }: { pain: ReviewPain; view: PatientReview }) {
  const { change, baseline, ratedDays } = pain;
  const from = baseline ? oneDecimal(baseline.value) : "";
  switch (change.state) {
    case "known":
      return <KnownChange change={change} pain={pain} />;
    case "no_baseline":
      return <NotYet title={t("noBaselineTitle")} text={t("noBaseline")} />;
    case "not_enough_data":
      return (
        <NotYet
          title={t("notEnoughTitle")}
          text={t("notEnough", { days: ratedDays, baseline: from })}
        />
      );
    case "too_early":
      return (
        <NotYet
          title={t("tooEarlyTitle")}
          text={t("tooEarly", {
            baseline: from,
            date: nearDate(change.firstOn, view.today, "en"),
          })}
        />
      );
  }
}

/** Where pain stands against its baseline, in words, with what the numbers rest on. */
export function ChangeCard({ pain, view }: { pain: ReviewPain; view: PatientReview }) {
  const { baseline, meaningfulAt } = pain;
  return (
    <Card title={t("title")}>
      <Body pain={pain} view={view} />
      {baseline && (
        <p className="mt-1.5 text-secondary tabular-nums">
          {meaningfulAt === null ? t("tooLow") : t("meaningful", { at: oneDecimal(meaningfulAt) })}
        </p>
      )}
      <div className="mt-2 print:hidden">
        <Disclosure summary={t("how")}>
          <div className="grid gap-2 text-sm text-secondary">
            <p>
              {baseline
                ? t("howText", {
                    first: longDate(baseline.startsOn, "en"),
                    last: longDate(baseline.endsOn, "en"),
                  })
                : t("howTextNone")}
            </p>
            <p>{t("draftRule")}</p>
          </div>
        </Disclosure>
      </div>
    </Card>
  );
}
