import Link from "next/link";
import { localDateOf } from "@/lib/domain/calendar/local-date";
import { longDate } from "@/lib/i18n/date-words";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";
import { Card } from "@/lib/ui/card";
import { Icon } from "@/lib/ui/icon";
import { Notice } from "@/lib/ui/notice";
import type { ExerciseDetail } from "../queries";
import { RestoreButton } from "./restore-button";
import { SignButton } from "./sign-button";

const t = translator("en", "library.page");

const dayWords = (at: Date, zone: string) => longDate(localDateOf(at, zone), "en");

/** What stands in the way of prescribing it, above everything else. */
export function ExerciseNotices({
  exercise,
  mayEdit,
}: {
  exercise: ExerciseDetail;
  mayEdit: boolean;
}) {
  const { slug, lacks, isMineToEdit } = exercise;
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      {!exercise.recommended && (
        <Notice tone="clay" title={t("avoidTitle")}>
          {t("avoidText")}
        </Notice>
      )}
      {exercise.isRetired && (
        <Notice
          icon="info"
          title={t("retiredTitle")}
          actions={
            mayEdit && isMineToEdit ? (
              <RestoreButton slug={slug} label={t("restore")} failed={t("failed")} />
            ) : undefined
          }
        >
          {t("retiredText")}
        </Notice>
      )}
      {lacks.length > 0 && (
        <Notice
          tone="marigold"
          title={t("notReadyTitle")}
          actions={
            isMineToEdit && !exercise.isRetired ? (
              <LinkButton size="sm" href={`/library/${slug}/edit`}>
                {t("finish")}
              </LinkButton>
            ) : undefined
          }
        >
          {t("notReadyText", { parts: lacks.map((lack) => t(`lacks.${lack}`)).join("; ") })}
        </Notice>
      )}
    </div>
  );
}

/** Which clinician of the clinic stands behind this wording, and the way to do so. */
export function ReviewCard({
  exercise,
  mayEdit,
  zone,
}: {
  exercise: ExerciseDetail;
  mayEdit: boolean;
  zone: string;
}) {
  const { reviews, slug, name, contentDigest } = exercise;
  const current = reviews.filter(({ isCurrent }) => isCurrent);
  const earlier = reviews.find(({ isCurrent }) => !isCurrent);
  const isSigned = current.some(({ isMine }) => isMine);
  const canBeSigned = mayEdit && !isSigned && exercise.lacks.length === 0 && !exercise.isRetired;
  return (
    <Card title={t("review.title")}>
      {current.map(({ name: by, at }) => (
        <p key={`${by} ${at.getTime()}`} className="flex gap-2">
          <Icon name="check" className="mt-[0.1em] text-spruce" />
          {t("review.signed", { name: by, date: dayWords(at, zone) })}
        </p>
      ))}
      {current.length === 0 && (
        <>
          <p className="font-semibold">{t("review.draft")}</p>
          <p className="mt-0.5 text-secondary">
            {t(exercise.provenance ? "review.draftOwn" : "review.draftText")}
          </p>
        </>
      )}
      {current.length === 0 && earlier && (
        <p className="mt-2 text-sm text-secondary">
          {t("review.earlier", { name: earlier.name, date: dayWords(earlier.at, zone) })}
        </p>
      )}
      {canBeSigned && (
        <div className="mt-3">
          <SignButton
            slug={slug}
            digest={contentDigest}
            words={{
              sign: t("review.sign"),
              title: t("review.signTitle", { name }),
              text: t("review.signText"),
              confirm: t("review.signConfirm"),
              cancel: t("cancel"),
              done: t("review.done"),
              failed: t("failed"),
            }}
          />
        </div>
      )}
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-3 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <dt className="w-28 shrink-0 text-secondary">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** Who made an own exercise, from what, and when it was changed last. */
export function ProvenanceCard({ exercise, zone }: { exercise: ExerciseDetail; zone: string }) {
  const { provenance } = exercise;
  if (!provenance) return null;
  const { by, copiedFrom, source, changedAt, isPrivate } = provenance;
  const author = by ?? t("origin.someone");
  return (
    <Card title={t("origin.title")}>
      <dl>
        {source && (
          <>
            <Fact term={t("origin.imported")}>{source.name}</Fact>
            <Fact term={t("origin.licence")}>{source.licence ?? t("origin.noLicence")}</Fact>
          </>
        )}
        {copiedFrom && (
          <Fact term={t("origin.copied")}>
            <Link href={`/library/${copiedFrom.slug}`} className="text-spruce underline">
              {copiedFrom.name}
            </Link>
          </Fact>
        )}
        <Fact term={t("origin.made")}>{author}</Fact>
        <Fact term={t("origin.changed")}>{dayWords(changedAt, zone)}</Fact>
        <Fact term={t("origin.finds")}>
          {isPrivate ? t("origin.onlyAuthor", { name: author }) : t("origin.everyone")}
        </Fact>
      </dl>
    </Card>
  );
}
