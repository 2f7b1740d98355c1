import type { LocalDate } from "@/lib/domain/calendar/local-date";
import { nearDate, nearMonth } from "@/lib/i18n/date-words";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import { PageHeader } from "@/lib/ui/page-header";
import { TabsNav } from "@/lib/ui/tabs-nav";
import type { PatientPage } from "../loaders";
import type { ClinicalView } from "../record-queries";

const t = translator("en", "patients.header");

function conditionWords({ conditions }: ClinicalView, today: LocalDate): string[] {
  const [first, ...others] = conditions.filter(({ current }) => current);
  if (!first) return [];
  const began = first.surgeryOn ?? first.onsetOn;
  const words = began
    ? t("since", { condition: first.name, month: nearMonth(began, today, "en") })
    : first.name;
  return others.length > 0 ? [words, t("more", { count: others.length })] : [words];
}

function planWords({ plan }: ClinicalView, today: LocalDate): string {
  if (!plan) return t("noPlan");
  if (!plan.published) return t("draft");
  const { number, on } = plan.published;
  return t("version", { number, date: nearDate(on, today, "en") });
}

function summary({ contact, clinical }: PatientPage): string {
  const { today } = contact;
  const [next] = contact.nextVisits;
  return [
    t("age", { age: contact.age }),
    ...(clinical ? [...conditionWords(clinical, today), planWords(clinical, today)] : []),
    ...(next ? [t("nextVisit", { date: nearDate(next.visitOn, today, "en") })] : []),
  ].join(" · ");
}

/** Who this is, at a glance, and the parts of the record. Roles without the record see one part. */
export function PatientHeader({ page }: { page: PatientPage }) {
  const { contact, clinical } = page;
  const base = `/patients/${contact.id}`;
  const plan = clinical?.plan;
  return (
    <PageHeader
      breadcrumb={[{ href: "/caseload", label: t("caseload") }]}
      breadcrumbLabel={t("breadcrumb")}
      title={
        <bdi>
          {contact.givenName} {contact.familyName}
        </bdi>
      }
      subtitle={summary(page)}
      actions={
        clinical &&
        !contact.archivedOn && (
          <LinkButton
            variant="primary"
            href={plan ? `/plans/${plan.planId}/edit` : `${base}/plan`}
            className="max-sm:w-full"
          >
            {plan ? t("editPlan") : t("buildPlan")}
          </LinkButton>
        )
      }
    >
      {contact.archivedOn && (
        <Notice
          icon="info"
          title={t("archivedTitle", { date: nearDate(contact.archivedOn, contact.today, "en") })}
          className="mb-4"
        >
          {t("archivedText")}
        </Notice>
      )}
      <TabsNav
        label={t("tabs")}
        tabs={[
          ...(clinical
            ? [
                { href: base, label: t("overview"), exact: true },
                { href: `${base}/plan`, label: t("plan") },
                { href: `${base}/sessions`, label: t("sessions") },
              ]
            : [{ href: `${base}/sessions/paper`, label: t("paper") }]),
          { href: `${base}/record`, label: t("record") },
        ]}
      />
    </PageHeader>
  );
}
