import type { Metadata } from "next";
import Link from "next/link";
import { auditWords, fieldWords } from "@/lib/features/clinic/audit-words";
import { loadAudit, loadClinicFrame } from "@/lib/features/clinic/loaders";
import { momentWords } from "@/lib/i18n/moment-words";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { DataTable } from "@/lib/ui/data-table";
import { EmptyState } from "@/lib/ui/empty-state";

export const metadata: Metadata = { title: "Who did what" };

interface Query {
  before?: string;
  patient?: string;
}

function address({ before, patient }: Query): string {
  const query = new URLSearchParams();
  if (patient) query.set("patient", patient);
  if (before) query.set("before", before);
  return query.size > 0 ? `/settings/audit?${query}` : "/settings/audit";
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const params = await searchParams;
  const query: Query = { before: one(params.before), patient: one(params.patient) };
  const [page, { timeZone }] = await Promise.all([loadAudit(query), loadClinicFrame()]);
  const t = translator("en", "clinic.audit");
  const only = query.patient ? page.rows.find((row) => row.patientName)?.patientName : null;
  return (
    <>
      <p className="mb-4 max-w-[46rem] text-secondary">{t("text")}</p>
      {query.patient && (
        <p className="mb-4 flex flex-wrap items-center gap-3">
          {only && <span>{t("onlyOne", { name: only })}</span>}
          <LinkButton href="/settings/audit" size="sm">
            {t("showAll")}
          </LinkButton>
        </p>
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <DataTable
          caption={t("title")}
          captionHidden
          dense
          rows={page.rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "when",
              header: t("columnWhen"),
              className: "tabular-nums md:whitespace-nowrap",
              cell: (row) => (
                <time dateTime={row.at.toISOString()}>{momentWords(row.at, "en", timeZone)}</time>
              ),
            },
            {
              key: "who",
              header: t("columnWho"),
              cell: (row) => {
                if (row.actorKind === "none") return t("someone");
                if (row.actorKind === "patient")
                  return t("patientActor", { name: row.actorName ?? "" });
                return row.actorName ?? t("formerStaff");
              },
            },
            {
              key: "what",
              header: t("columnWhat"),
              className: "xl:min-w-56",
              primary: true,
              cell: (row) => auditWords(row.action),
            },
            {
              key: "patient",
              header: t("columnPatient"),
              cell: (row) =>
                row.patientId && row.patientName ? (
                  <Link
                    href={address({ patient: row.patientId })}
                    className="underline decoration-line underline-offset-4 hover:decoration-ink"
                  >
                    {row.patientName}
                  </Link>
                ) : null,
            },
            {
              key: "fields",
              header: t("columnFields"),
              className: "text-secondary",
              cell: (row) => row.fields.map(fieldWords).join(", "),
            },
          ]}
        />
      )}
      <div className="mt-4 flex flex-wrap justify-between gap-3">
        {query.before ? (
          <LinkButton href={address({ patient: query.patient })}>{t("newest")}</LinkButton>
        ) : (
          <span />
        )}
        {page.older && (
          <LinkButton href={address({ ...query, before: page.older })}>{t("older")}</LinkButton>
        )}
      </div>
    </>
  );
}
