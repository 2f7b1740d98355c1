"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { UnresolvedContraindication } from "../../../../domain/cautions/override";
import type { DiffItem } from "../../../../i18n/plan-diff-words";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Notice } from "../../../../ui/notice";
import type { BuilderData } from "../../builder-queries";
import type { ContentLine } from "../../draft-content";
import type { Published } from "../../publish-plan";
import { DiffList } from "../diff-list";
import { PublishedNext } from "./published-next";

/** What publishing came to; sentences by what they are about. */
export type PublishOutcome =
  | { readonly kind: "published"; readonly published: Published }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly sentences: readonly string[] };

export interface PublishDialogProps {
  readonly data: BuilderData;
  readonly count: number;
  /** Against the latest version, in words; null before the first. */
  readonly changes: readonly DiffItem[] | null;
  readonly unresolved: readonly UnresolvedContraindication[];
  /** Lines whose exercise lacks its text or its precautions. */
  readonly unfinished: readonly ContentLine[];
  readonly nameOfLine: (lineId: string) => string;
  /** Some fields hold what cannot be prescribed. */
  readonly hasPending: boolean;
  readonly onClose: () => void;
  readonly onPublish: () => Promise<PublishOutcome>;
  readonly onShowPrecautions: () => void;
}

/** Says what will go out and what stands in the way; afterwards, what to hand over. */
export function PublishDialog(props: PublishDialogProps) {
  const { data, count, changes, unresolved, unfinished, hasPending, onClose, onPublish } = props;
  const t = useTranslations("plans");
  // The number is held: after publishing the data already count the next draft.
  const [number] = useState(data.latestVersion + 1);
  const [published, setPublished] = useState<Published | null>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [pending, start] = useTransition();
  const isUnchanged = changes !== null && changes.length === 0;
  const isClear = unresolved.length === 0 && unfinished.length === 0;
  const isReady = count > 0 && !isUnchanged && isClear && !hasPending;
  const publish = () =>
    start(async () => {
      const outcome = await onPublish();
      if (outcome.kind === "published") setPublished(outcome.published);
      else if (outcome.kind === "conflict") onClose();
      else setSentences(outcome.sentences);
    });

  if (published) return <PublishedNext data={data} number={published.number} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("publish.title", { number })}
      closeLabel={t("builder.common.close")}
      footer={
        <>
          <Button onClick={onClose}>{t("publish.cancel")}</Button>
          <Button
            variant="primary"
            disabled={!isReady}
            pending={pending}
            pendingLabel={t("publish.publishing")}
            onClick={publish}
          >
            {t("publish.confirm", { number })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {sentences.length > 0 && (
          <div role="alert">
            <Notice tone="clay">
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </Notice>
          </div>
        )}
        <Obstacles {...props} />
        {count > 0 && !isUnchanged && (
          <p>
            {number === 1
              ? t("publish.first", { count })
              : t("publish.later", {
                  name: data.sheet.patientGivenName,
                  previous: data.latestVersion,
                })}
          </p>
        )}
        {changes && changes.length > 0 && (
          <section>
            <h3 className="mb-2">{t("publish.changes", { number: data.latestVersion })}</h3>
            <DiffList items={changes} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

function Obstacles({
  data,
  count,
  changes,
  unresolved,
  unfinished,
  nameOfLine,
  hasPending,
  onClose,
  onShowPrecautions,
}: PublishDialogProps) {
  const t = useTranslations("plans");
  return (
    <>
      {count === 0 && <Notice>{t("problem.noExercises")}</Notice>}
      {count > 0 && changes?.length === 0 && (
        <Notice>{t("publish.unchanged", { number: data.latestVersion })}</Notice>
      )}
      {hasPending && <Notice tone="clay">{t("publish.pending")}</Notice>}
      {unfinished.length > 0 && (
        <Notice tone="clay">
          {unfinished.map(({ lineId }) => (
            <p key={lineId}>
              <span className="font-semibold">{nameOfLine(lineId)}</span>: {t("problem.unfinished")}
            </p>
          ))}
        </Notice>
      )}
      {unresolved.length > 0 && (
        <Notice
          tone="clay"
          title={t("publish.resolve")}
          actions={
            <Button
              size="sm"
              onClick={() => {
                onClose();
                onShowPrecautions();
              }}
            >
              {t("publish.goTo")}
            </Button>
          }
        >
          <ul className="grid gap-1">
            {unresolved.map(({ lineId, conditionId, conditionName, trait, traitLabel }) => (
              <li key={`${lineId} ${conditionId} ${trait}`}>
                <span className="font-semibold">{nameOfLine(lineId)}</span>:{" "}
                {t("problem.contraindicated", { condition: conditionName, trait: traitLabel })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
