import { addDays, type LocalDate } from "../../../domain/calendar/local-date";
import { clockWords } from "../../../i18n/clock-words";
import { nearDate } from "../../../i18n/date-words";
import { translator } from "../../../i18n/translator";
import type { CaseloadRow, CaseloadView } from "../caseload-queries";

/** A row of the caseload with its dates in words, so that server and browser write the same. */
export interface RowWords {
  readonly id: string;
  readonly name: string;
  readonly searchText: string;
  readonly href: string;
  /** Under the name: plan or condition; record number for roles that see contact data only. */
  readonly under: string;
  readonly recordNumber: string | null;
  readonly therapistName: string | null;
  readonly plan: {
    readonly kind: "version" | "draft";
    readonly words: string;
    readonly date: string | null;
  } | null;
  /** Numbers exist for this row. */
  readonly hasFacts: boolean;
  readonly lastSession: string | null;
  readonly nextVisit: string | null;
}

const t = translator("en", "patients.caseload");

function lastSessionWords(row: CaseloadRow, today: LocalDate): string | null {
  const last = row.clinical?.lastSession;
  if (!last) return null;
  if (last.on >= today) return t("today", { time: clockWords(last.at, last.zone) });
  return last.on === addDays(today, -1) ? t("yesterday") : nearDate(last.on, today, "en");
}

function nextVisitWords({ nextVisit }: CaseloadRow, today: LocalDate): string | null {
  if (!nextVisit) return null;
  const { on, time } = nextVisit;
  const day =
    on === today
      ? t("visitToday")
      : on === addDays(today, 1)
        ? t("visitTomorrow")
        : nearDate(on, today, "en");
  return time ? t("at", { day, time }) : day;
}

function underWords({ clinical, recordNumber }: CaseloadRow): string {
  if (!clinical) return recordNumber ?? "";
  if (clinical.plan) return clinical.plan.title;
  if (!clinical.condition) return t("noCondition");
  const { name, more } = clinical.condition;
  return more > 0 ? t("moreConditions", { name, count: more }) : name;
}

function planWords({ clinical }: CaseloadRow, view: CaseloadView): RowWords["plan"] {
  const plan = clinical?.plan;
  if (!plan) return null;
  if (!plan.published) return { kind: "draft", words: t("draft"), date: null };
  const { number, on } = plan.published;
  return { kind: "version", words: t("version", { number }), date: nearDate(on, view.today, "en") };
}

/** The words of one row. */
export function rowWords(row: CaseloadRow, view: CaseloadView): RowWords {
  const { id, name, searchText, recordNumber, therapistName } = row;
  return {
    id,
    name,
    searchText,
    href: row.clinical ? `/patients/${id}` : `/patients/${id}/record`,
    under: underWords(row),
    recordNumber,
    therapistName,
    plan: planWords(row, view),
    hasFacts: !row.archived && Boolean(row.clinical?.plan?.published),
    lastSession: lastSessionWords(row, view.today),
    nextVisit: nextVisitWords(row, view.today),
  };
}
