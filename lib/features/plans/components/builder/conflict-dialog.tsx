"use client";

import { useTranslations } from "use-intl";
import { planBurden } from "../../../../domain/dosage/burden";
import { diffPlans } from "../../../../domain/plan/plan-diff";
import { dosageShort } from "../../../../i18n/dosage-words";
import { momentWords } from "../../../../i18n/moment-words";
import { planDiffWords } from "../../../../i18n/plan-diff-words";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { type DraftContent, type SavedDraft, sideOfContent } from "../../draft-content";
import { DiffList } from "../diff-list";

/** Two drafts side by side; the therapist chooses, and the other one stays an Undo away. */
export function ConflictDialog({
  mine,
  theirs,
  nameOfSlug,
  titleOf,
  zone,
  onKeepMine,
  onLoadTheirs,
}: {
  mine: DraftContent;
  theirs: SavedDraft;
  nameOfSlug: (slug: string) => string;
  titleOf: (adviceId: string) => string;
  /** IANA zone of the clinic. */
  zone: string;
  onKeepMine: () => void;
  onLoadTheirs: () => void;
}) {
  const t = useTranslations("plans.builder.conflict");
  const name = theirs.updatedBy || t("someone");
  const lines = new Map([...theirs.lines, ...mine.lines].map((line) => [line.lineId, line]));
  const diff = diffPlans(sideOfContent(mine), sideOfContent(theirs));
  const items = planDiffWords(diff, {
    locale: "en",
    nameOf: (lineId) => nameOfSlug(lines.get(lineId)?.slug ?? ""),
    titleOf,
    dosageOf: (lineId) => lines.get(lineId)?.dosage,
    nameOfSlug,
  });
  return (
    <Dialog
      open
      onOpenChange={() => {}}
      alert
      size="lg"
      title={t("title")}
      closeLabel=""
      footer={
        <>
          <Button onClick={onLoadTheirs}>{t("loadTheirs")}</Button>
          <Button variant="primary" onClick={onKeepMine}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      <p>{t("lead", { name, time: momentWords(theirs.updatedAt, "en", zone) })}</p>
      <p className="text-secondary">{t("undoHint")}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <Side title={t("mine")} content={mine} nameOfSlug={nameOfSlug} />
        <Side title={t("theirs", { name })} content={theirs} nameOfSlug={nameOfSlug} />
      </div>
      <h3 className="mt-5 mb-2">{t("differences")}</h3>
      {diff.isEmpty ? <p>{t("same")}</p> : <DiffList items={items} />}
    </Dialog>
  );
}

function Side({
  title,
  content,
  nameOfSlug,
}: {
  title: string;
  content: DraftContent;
  nameOfSlug: (slug: string) => string;
}) {
  const t = useTranslations("plans.builder");
  const burden = planBurden(content.lines.map(({ dosage }) => dosage));
  return (
    <section className="rounded-control border border-line p-3">
      <h3>{title}</h3>
      <p className="text-sm text-secondary">
        {t("conflict.exercises", { count: burden.exerciseCount })} ·{" "}
        {t("perSession", { minutes: burden.minutesPerSession })}
      </p>
      <ol className="mt-2 list-decimal pl-5 text-sm">
        {content.lines.map(({ lineId, slug, dosage }) => (
          <li key={lineId}>
            {nameOfSlug(slug)}{" "}
            <span className="text-secondary tabular-nums">{dosageShort(dosage, "en")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
