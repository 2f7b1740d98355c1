"use client";

import { useTranslations } from "use-intl";
import { KINDS } from "@/lib/domain/library/facets";
import {
  IMPORT_FIELDS,
  type ImportField,
  LICENCE_MAX,
  SOURCE_MAX,
} from "@/lib/domain/library/import/fields";
import { facetWords } from "@/lib/features/plans/components/builder/facet-words";
import { Card } from "@/lib/ui/card";
import { DataTable } from "@/lib/ui/data-table";
import { Notice } from "@/lib/ui/notice";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import type { ImportPreview, PreviewColumn } from "../../import/preview-import";
import type { ImportState } from "./use-import";

function ColumnTable({
  columns,
  take,
}: {
  columns: readonly PreviewColumn[];
  take: ImportState["take"];
}) {
  const t = useTranslations("imports.columns");
  const fields = IMPORT_FIELDS.map((field) => ({ value: field, label: t(`fields.${field}`) }));
  return (
    <DataTable
      caption={t("title")}
      captionHidden
      framed={false}
      dense
      rows={columns}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "column",
          header: t("column"),
          primary: true,
          className: "md:w-1/4",
          cell: ({ name }) => <span className="font-semibold wrap-anywhere">{name}</span>,
        },
        {
          key: "sample",
          header: t("sample"),
          cell: ({ sample }) =>
            sample && <span className="line-clamp-2 text-secondary wrap-anywhere">{sample}</span>,
        },
        {
          key: "field",
          header: t("field"),
          className: "md:w-2/5",
          cell: ({ name, field }) => (
            <SelectField
              label={t("fieldOf", { column: name })}
              labelHidden
              className="w-full min-w-56"
              value={field ?? ""}
              onChange={({ target }) => take(name, (target.value || null) as ImportField | null)}
              placeholder={t("leftOut")}
              options={fields}
            />
          ),
        },
      ]}
    />
  );
}

/** What the columns are taken as, and what is said about the set as a whole. */
export function ColumnsStep({ state, preview }: { state: ImportState; preview: ImportPreview }) {
  const { decisions, decide, take, fault } = state;
  const t = useTranslations("imports.columns");
  const errors = fault?.why === "said" ? fault.fields : {};
  const taken = new Map(decisions.mapping ?? []);
  const columns = preview.columns.map((one) => ({ ...one, field: taken.get(one.name) ?? null }));
  return (
    <Card title={t("title")} subtitle={t("text")}>
      {preview.mappingFault && (
        <Notice tone="marigold" className="mb-4">
          {preview.mappingFault}
        </Notice>
      )}
      <div className="-mx-4 sm:-mx-3.5">
        <ColumnTable columns={columns} take={take} />
      </div>
      <div className="mt-6 grid gap-5 border-t border-line pt-5 md:grid-cols-2">
        <TextField
          label={t("sourceName")}
          hint={t("sourceHint")}
          maxLength={SOURCE_MAX}
          value={decisions.sourceName}
          error={errors.sourceName}
          onChange={({ target }) => decide({ sourceName: target.value })}
        />
        <TextField
          label={t("licence")}
          note={t("optional")}
          hint={t("licenceHint")}
          maxLength={LICENCE_MAX}
          value={decisions.licence}
          error={errors.licence}
          onChange={({ target }) => decide({ licence: target.value })}
        />
        <SelectField
          label={t("kind")}
          value={decisions.kind}
          onChange={({ target }) => decide({ kind: target.value })}
          options={KINDS.map((kind) => ({ value: kind, label: facetWords(kind) }))}
        />
      </div>
    </Card>
  );
}
