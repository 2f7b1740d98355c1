import Link from "next/link";
import { shortDate } from "../../../../i18n/date-words";
import { translator } from "../../../../i18n/translator";
import { Card } from "../../../../ui/card";
import type { PlanOverview } from "../../overview-queries";

const t = translator("en", "plans.tab");

/** Plans that have ended; their versions can still be read and printed. */
export function EarlierPlans({ earlier }: { earlier: PlanOverview["earlier"] }) {
  return (
    <Card title={t("earlier")}>
      <ul className="divide-y divide-line">
        {earlier.map(({ planId, title, startedOn, endedOn, latestVersion }) => (
          <li key={planId} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              <span className="font-semibold">{title}</span>{" "}
              <span className="text-secondary tabular-nums">
                {startedOn
                  ? t("span", { from: shortDate(startedOn, "en"), to: shortDate(endedOn, "en") })
                  : t("neverPublished", { date: shortDate(endedOn, "en") })}
              </span>
            </span>
            {latestVersion > 0 && (
              <Link
                href={`/plans/${planId}/versions/${latestVersion}`}
                className="font-semibold text-spruce underline underline-offset-3"
              >
                {t("version", { number: latestVersion })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
