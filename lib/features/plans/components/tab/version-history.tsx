import Link from "next/link";
import { momentWords } from "../../../../i18n/moment-words";
import { translator } from "../../../../i18n/translator";
import { Card } from "../../../../ui/card";
import type { ActivePlan, VersionEntry } from "../../overview-queries";
import { DiffList } from "../diff-list";
import { CopyVersionButton } from "./copy-version-button";

const t = translator("en", "plans.tab");

/** Every version with who, when and what it changed; any of them can be the start of the next. */
export function VersionHistory({ active, zone }: { active: ActivePlan; zone: string }) {
  return (
    <Card title={t("history")}>
      <ol className="grid gap-5" reversed>
        {active.history.map((version, i) => (
          <li key={version.number}>
            <Version active={active} version={version} zone={zone} isCurrent={i === 0} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Version({
  active,
  version,
  zone,
  isCurrent,
}: {
  active: ActivePlan;
  version: VersionEntry;
  zone: string;
  isCurrent: boolean;
}) {
  const { number, publishedAt, therapistName, exerciseCount, changes } = version;
  const { planId, draft } = active;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3>
          <Link
            href={`/plans/${planId}/versions/${number}`}
            className="underline decoration-line underline-offset-3 hover:decoration-ink"
          >
            {t("version", { number })}
          </Link>
          {isCurrent && <span className="ml-1.5 font-normal text-secondary">{t("inHands")}</span>}
        </h3>
        {!isCurrent && (
          <CopyVersionButton
            planId={planId}
            revision={draft.revision}
            number={number}
            replacesChanges={draft.isEdited}
            labels={{
              button: t("copy"),
              title: t("copyTitle", { number }),
              text: t("copyText"),
              confirm: t("copyConfirm", { number }),
              cancel: t("cancel"),
              failed: t("failed"),
            }}
          />
        )}
      </div>
      <p className="mb-1 text-sm text-secondary tabular-nums">
        {t("publishedBy", { time: momentWords(publishedAt, "en", zone), name: therapistName })}
      </p>
      {number === 1 ? (
        <p className="text-sm">{t("firstVersion", { count: exerciseCount })}</p>
      ) : (
        <div className="text-sm">
          <DiffList items={changes} />
        </div>
      )}
    </>
  );
}
