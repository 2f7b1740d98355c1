"use client";

import { useTranslations } from "use-intl";
import type { ExaminedRow, SameName, ValueNote } from "@/lib/domain/library/import/examine";
import { Badge, type Tone } from "@/lib/ui/badge";
import { type Column, DataTable } from "@/lib/ui/data-table";
import { dosageOf, idsInWords, textOf } from "./row-words";

const OUTCOME_TONES: Record<ExaminedRow["outcome"], Tone> = {
  import: "spruce",
  duplicate: "neutral",
  faulty: "clay",
};

type Words = ReturnType<typeof useTranslations<"imports">>;

const rowColumn = (t: Words): Column<ExaminedRow> => ({
  key: "row",
  header: t("preview.row"),
  className: "tabular-nums md:w-20",
  cell: ({ number }) => number,
});

const nameColumn = (t: Words, className = "md:w-1/3"): Column<ExaminedRow> => ({
  key: "name",
  header: t("preview.name"),
  primary: true,
  className,
  cell: ({ name, exercise }) => (
    <>
      <span className={name ? "font-semibold wrap-anywhere" : "text-secondary"}>
        {name || t("preview.nameless")}
      </span>
      {exercise?.text.en && exercise.text.es && (
        <span lang="es" className="block text-sm text-secondary wrap-anywhere">
          {exercise.text.es.name}
        </span>
      )}
    </>
  ),
});

const keyOf = ({ number }: ExaminedRow) => String(number);

/** Rows as they will be. */
export function FirstRows({ rows, kind }: { rows: readonly ExaminedRow[]; kind: string }) {
  const t = useTranslations("imports");
  const none = t("preview.none");
  const words = (ids: readonly string[] | undefined) =>
    ids?.length ? idsInWords(ids, t("preview.noEquipment")) : none;
  return (
    <DataTable
      caption={t("preview.firstTitle", { count: rows.length })}
      captionHidden
      framed={false}
      dense
      rows={rows}
      rowKey={keyOf}
      columns={[
        rowColumn(t),
        nameColumn(t, "md:w-1/4"),
        {
          key: "regions",
          header: t("preview.regions"),
          cell: ({ exercise }) => words(exercise?.regions),
        },
        {
          key: "equipment",
          header: t("preview.equipment"),
          cell: ({ exercise }) => words(exercise?.equipment),
        },
        {
          key: "kind",
          header: t("preview.kind"),
          cell: ({ exercise }) => words(exercise ? [exercise.kind ?? kind] : []),
        },
        {
          key: "text",
          header: t("preview.text"),
          className: "md:whitespace-nowrap",
          cell: (row) => {
            const text = textOf(row);
            return text
              ? `${t(`preview.languages.${text.language}`)}, ${t("preview.steps", { count: text.steps }).toLowerCase()}`
              : none;
          },
        },
        {
          key: "dosage",
          header: t("preview.dosage"),
          cell: ({ exercise }) => (exercise && dosageOf(exercise)) ?? none,
        },
        {
          key: "outcome",
          header: t("preview.outcome"),
          align: "end",
          cell: ({ outcome }) => (
            <Badge tone={OUTCOME_TONES[outcome]}>{t(`preview.outcomes.${outcome}`)}</Badge>
          ),
        },
      ]}
    />
  );
}

interface RowsProps {
  rows: readonly ExaminedRow[];
}

/** Rows with what is to be said of each. */
function RowTable({
  rows,
  caption,
  said,
}: RowsProps & { caption: string; said: Omit<Column<ExaminedRow>, "key"> }) {
  const t = useTranslations("imports");
  return (
    <DataTable
      caption={caption}
      captionHidden
      framed={false}
      dense
      rows={rows}
      rowKey={keyOf}
      columns={[rowColumn(t), nameColumn(t), { key: "said", ...said }]}
    />
  );
}

/** Rows that cannot be taken, each problem at its field. */
export function FaultyRows({ rows }: RowsProps) {
  const t = useTranslations("imports");
  return (
    <RowTable
      rows={rows}
      caption={t("preview.problemsTitle", { count: rows.length })}
      said={{
        header: t("preview.problem"),
        cell: ({ problems }) => (
          <ul>
            {problems.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field && <b className="font-semibold">{t(`columns.fields.${field}`)}: </b>}
                {message}
              </li>
            ))}
          </ul>
        ),
      }}
    />
  );
}

function sameWords(t: Words, { where, name, row }: SameName): string {
  if (where === "file") return t("preview.sameFile", { row: row ?? 0 });
  return t(where === "clinic" ? "preview.sameClinic" : "preview.sameLibrary", { name });
}

/** Rows whose name is there already, and where. */
export function DuplicateRows({ rows }: RowsProps) {
  const t = useTranslations("imports");
  return (
    <RowTable
      rows={rows}
      caption={t("preview.duplicatesTitle", { count: rows.length })}
      said={{
        header: t("preview.same"),
        cell: ({ sameAs }) => sameAs && sameWords(t, sameAs),
      }}
    />
  );
}

function whyOut(t: Words, { sameAs, problems }: ExaminedRow): string {
  if (sameAs) return `${t("preview.same")} ${sameWords(t, sameAs)}`;
  const said = problems.map(({ field, message }) =>
    field ? `${t(`columns.fields.${field}`)}: ${message}` : message,
  );
  return said.join(" ");
}

/** Rows that stayed out, and why. */
export function LeftOutRows({ rows }: RowsProps) {
  const t = useTranslations("imports");
  return (
    <RowTable
      rows={rows}
      caption={t("result.leftOut", { count: rows.length })}
      said={{ header: t("result.why"), cell: (row) => whyOut(t, row) }}
    />
  );
}

/** Words of the file and what each becomes. */
export function ValueRows({ values, kind }: { values: readonly ValueNote[]; kind: string }) {
  const t = useTranslations("imports");
  return (
    <DataTable
      caption={t("preview.valuesTitle")}
      captionHidden
      framed={false}
      dense
      rows={values}
      rowKey={({ field, given }) => `${field} ${given}`}
      columns={[
        {
          key: "value",
          header: t("preview.value"),
          primary: true,
          className: "md:w-1/3",
          cell: ({ given }) => <span className="wrap-anywhere">“{given}”</span>,
        },
        {
          key: "field",
          header: t("preview.valueField"),
          cell: ({ field }) => t(`columns.fields.${field}`),
        },
        {
          key: "ids",
          header: t("preview.valueIds"),
          cell: ({ ids, field }) =>
            ids ? (
              idsInWords(ids, t("preview.noEquipment"))
            ) : (
              <span className="text-marigold">
                {field === "kind"
                  ? t("preview.valueKind", { kind: idsInWords([kind], "") })
                  : t("preview.valueNone")}
              </span>
            ),
        },
        {
          key: "count",
          header: t("preview.valueCount"),
          align: "end",
          cell: ({ count }) => count,
        },
      ]}
    />
  );
}
