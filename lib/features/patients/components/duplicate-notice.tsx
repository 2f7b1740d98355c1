import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";
import type { DuplicateCandidate } from "../duplicate-queries";

/** People who look like the one being added; going on is a choice, not a slip. */
export function DuplicateNotice({ candidates }: { candidates: readonly DuplicateCandidate[] }) {
  const t = useTranslations("patients.new");
  const taken = candidates.some(({ reasons }) => reasons.includes("recordNumber"));
  return (
    <Notice tone="marigold" title={t("duplicateTitle")}>
      <p>{t("duplicateText")}</p>
      <ul className="mt-2 grid gap-1">
        {candidates.map(({ id, name, recordNumber, archived, reasons }) => (
          <li key={id}>
            <Link href={`/patients/${id}/record`} className="font-semibold underline">
              <bdi>{name}</bdi>
            </Link>{" "}
            <span className="text-secondary">
              {[
                recordNumber ? t("number", { number: recordNumber }) : t("noNumber"),
                ...reasons.map((reason) => t(`reason.${reason}`)),
                ...(archived ? [t("archived")] : []),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {taken ? (
        <p className="mt-3 font-semibold">{t("numberTaken")}</p>
      ) : (
        <Button
          type="submit"
          name="knownDuplicates"
          value={candidates.map(({ id }) => id).join(",")}
          className="mt-3"
        >
          {t("goOn")}
        </Button>
      )}
    </Notice>
  );
}
