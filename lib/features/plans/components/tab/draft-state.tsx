import { momentWords } from "../../../../i18n/moment-words";
import { translator } from "../../../../i18n/translator";
import { LinkButton } from "../../../../ui/button";
import { Card } from "../../../../ui/card";
import type { ActivePlan } from "../../overview-queries";
import { DiffList } from "../diff-list";
import { DiscardDraftButton } from "./discard-draft-button";

const t = translator("en", "plans.tab");

/** What the draft has that the patient has not yet. */
export function DraftState({ active, zone }: { active: ActivePlan; zone: string }) {
  const { draft, planId, current } = active;
  const number = (current?.versionNumber ?? 0) + 1;
  return (
    <Card
      edge="marigold"
      title={
        draft.isEdited ? t("draftTitle", { number }) : t("renewedTitle", { number: number - 1 })
      }
      subtitle={
        draft.isEdited
          ? t("draftSaved", {
              time: momentWords(draft.updatedAt, "en", zone),
              name: draft.updatedBy,
            })
          : t("renewedText", { number })
      }
    >
      <DiffList items={draft.changes ?? []} />
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={`/plans/${planId}/edit`}>{t("openBuilder")}</LinkButton>
        {draft.isEdited && (
          <DiscardDraftButton
            planId={planId}
            revision={draft.revision}
            labels={{
              button: t("discard"),
              title: t("discardTitle", { number }),
              text: t("discardText", { number: number - 1 }),
              confirm: t("discardConfirm"),
              cancel: t("cancel"),
              failed: t("failed"),
            }}
          />
        )}
      </div>
    </Card>
  );
}
