import { requestLocale } from "@/lib/i18n/request-locale";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { EmptyState } from "@/lib/ui/empty-state";

/** Absent, or of another clinic: the same answer, inside the clinic's frame. */
export default async function NotFound() {
  const t = translator(await requestLocale(), "clinic.missing");
  return (
    <EmptyState title={t("title")} action={<LinkButton href="/caseload">{t("back")}</LinkButton>}>
      {t("text")}
    </EmptyState>
  );
}
