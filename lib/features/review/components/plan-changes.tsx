import { nearDate } from "../../../i18n/date-words";
import { planDiffWords } from "../../../i18n/plan-diff-words";
import { translator } from "../../../i18n/translator";
import type { PatientReview, PlanReview, VersionMark } from "../review";
import { Disclosure } from "./disclosure";

const t = translator("en", "review.changes");

function Version({
  version,
  view,
  review: { names, adviceTitles },
}: {
  version: VersionMark;
  view: PatientReview;
  review: PlanReview;
}) {
  const { number, startsOn, diff } = version;
  const items = diff
    ? planDiffWords(diff, {
        locale: "en",
        nameOf: (lineId) => names.get(lineId) ?? "",
        titleOf: (adviceId) => adviceTitles.get(adviceId) ?? "",
      })
    : [];
  return (
    <li className="break-inside-avoid">
      <p>
        <span className="font-semibold">{t("version", { number })}</span>{" "}
        <span className="text-secondary">
          {t("began", { date: nearDate(startsOn, view.today, "en") })}
        </span>
      </p>
      {items.length === 0 ? (
        <p className="text-secondary">{t(diff ? "nothing" : "first")}</p>
      ) : (
        <ul>
          {items.map(({ kind, lineId, title, details }) => (
            <li key={`${kind} ${lineId ?? ""}`}>
              {title}
              {details.length > 0 && (
                <span className="text-secondary"> · {details.join(" · ")}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What each plan version in the chart changed; nothing when only the first lies in it. */
export function PlanChanges({ view, review }: { view: PatientReview; review: PlanReview }) {
  const changes = review.versions.filter(({ diff }) => diff !== null);
  if (changes.length === 0) return null;
  return (
    <Disclosure summary={t("title")}>
      <ul className="grid gap-3 text-sm">
        {[...changes].reverse().map((version) => (
          <Version key={version.versionId} version={version} view={view} review={review} />
        ))}
      </ul>
    </Disclosure>
  );
}
