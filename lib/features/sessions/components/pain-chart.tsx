"use client";

import { useTranslations } from "use-intl";
import { addDays, daysBetween, type LocalDate } from "../../../domain/calendar/local-date";
import type { PainPoint } from "../../../domain/pain/series";
import { longDate, nearDate } from "../../../i18n/date-words";
import { painColours } from "../../../ui/pain-colours";
import { usePortal } from "./portal-context";

const WIDTH = 340;
const HEIGHT = 190;
const LEFT = 22;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 24;
const LINES = [0, 5, 10] as const;

const y = (pain: number) => TOP + ((10 - pain) / 10) * (HEIGHT - TOP - BOTTOM);

/** Each session's pain as a dot with a tick to the pain afterwards. No line joins them: silence is a gap. */
export function PainChart({
  points,
  from,
  today,
  redFrom,
}: {
  points: readonly PainPoint[];
  from: LocalDate;
  today: LocalDate;
  /** First rating of the plan's red zone. */
  redFrom: number;
}) {
  const t = useTranslations("portal.progress");
  const { locale } = usePortal();
  const days = daysBetween(from, today) || 1;
  const x = (on: LocalDate) =>
    LEFT + 6 + (daysBetween(from, on) / days) * (WIDTH - LEFT - RIGHT - 12);
  const half = addDays(from, Math.round(days / 2));
  return (
    <figure className="mt-4">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("chart", { from: longDate(from, locale), to: longDate(today, locale) })}
        className="block w-full"
      >
        <rect
          x={LEFT}
          y={y(10)}
          width={WIDTH - LEFT - RIGHT}
          height={y(redFrom - 0.5) - y(10)}
          className="fill-clay-tint"
          opacity="0.55"
        />
        {LINES.map((pain) => (
          <g key={pain}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(pain)} y2={y(pain)} className="stroke-line" />
            <text
              x={LEFT - 6}
              y={y(pain) + 4.5}
              textAnchor="end"
              fontSize="13"
              className="fill-secondary"
            >
              {pain}
            </text>
          </g>
        ))}
        {points.map((point) => (
          <Dot key={point.sessionId} point={point} x={x(point.on)} />
        ))}
        <g fontSize="13" className="fill-secondary">
          <text x={LEFT} y={HEIGHT - 5}>
            {nearDate(from, today, locale)}
          </text>
          <text x={x(half)} y={HEIGHT - 5} textAnchor="middle">
            {nearDate(half, today, locale)}
          </text>
          <text x={WIDTH - RIGHT} y={HEIGHT - 5} textAnchor="end">
            {nearDate(today, today, locale)}
          </text>
        </g>
      </svg>
      <figcaption className="text-sm text-secondary">{t("chartLegend")}</figcaption>
    </figure>
  );
}

function Dot({ point: { before, after, source }, x }: { point: PainPoint; x: number }) {
  const filled = source === "live";
  return (
    <g>
      {before !== null && after !== null && (
        <line
          x1={x}
          x2={x}
          y1={y(before)}
          y2={y(after)}
          strokeWidth="2"
          className="stroke-tertiary"
        />
      )}
      {after !== null && (
        <line
          x1={x - 4}
          x2={x + 4}
          y1={y(after)}
          y2={y(after)}
          strokeWidth="2"
          className="stroke-tertiary"
        />
      )}
      {before !== null && (
        <circle
          cx={x}
          cy={y(before)}
          r="5"
          fill={filled ? painColours(before).fill : "var(--color-surface)"}
          strokeWidth="1.5"
          className="stroke-ink"
        />
      )}
    </g>
  );
}
