import { momentWords } from "@/lib/i18n/moment-words";
import { translator } from "@/lib/i18n/translator";
import { Badge } from "@/lib/ui/badge";
import { Card } from "@/lib/ui/card";
import { DataTable } from "@/lib/ui/data-table";
import type { ImportRow } from "../../import/import-queries";
import { WithdrawButton } from "./withdraw-button";

const t = translator("en", "imports.past");

function State({ row, timeZone }: { row: ImportRow; timeZone: string }) {
  const { withdrawnAt, ready, waiting } = row;
  return (
    <span className="flex flex-wrap gap-1.5">
      {withdrawnAt && (
        <Badge>{t("withdrawnAt", { date: momentWords(withdrawnAt, "en", timeZone) })}</Badge>
      )}
      {waiting > 0 && <Badge tone="marigold">{t("waiting", { count: waiting })}</Badge>}
      {ready > 0 && <Badge tone="spruce">{t("ready", { count: ready })}</Badge>}
    </span>
  );
}

/** What was imported when and by whom, and the way back. */
export function PastImports({ rows, timeZone }: { rows: readonly ImportRow[]; timeZone: string }) {
  if (rows.length === 0)
    return (
      <Card title={t("title")}>
        <p className="text-secondary">{t("none")}</p>
      </Card>
    );
  return (
    <Card title={t("title")} flush>
      <div className="pb-2 sm:px-2.5">
        <DataTable
          caption={t("title")}
          captionHidden
          framed={false}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "set",
              header: t("set"),
              primary: true,
              className: "md:w-1/4",
              cell: ({ sourceName, licence }) => (
                <>
                  <span className="font-semibold wrap-anywhere">{sourceName}</span>
                  {licence && (
                    <span className="block text-sm text-secondary wrap-anywhere">{licence}</span>
                  )}
                </>
              ),
            },
            {
              key: "when",
              header: t("when"),
              className: "tabular-nums",
              cell: ({ createdAt }) => momentWords(createdAt, "en", timeZone),
            },
            { key: "who", header: t("who"), cell: ({ byName }) => byName ?? t("left") },
            {
              key: "counts",
              header: t("counts"),
              className: "tabular-nums",
              cell: ({ imported, rowsRead }) => t("imported", { imported, read: rowsRead }),
            },
            {
              key: "state",
              header: t("state"),
              cell: (row) => <State row={row} timeZone={timeZone} />,
            },
            {
              key: "actions",
              header: t("actions"),
              headerHidden: true,
              align: "end",
              cell: ({ id, sourceName, untouched, withdrawnAt }) =>
                withdrawnAt ? null : (
                  <WithdrawButton importId={id} name={sourceName} untouched={untouched} />
                ),
            },
          ]}
        />
      </div>
    </Card>
  );
}
