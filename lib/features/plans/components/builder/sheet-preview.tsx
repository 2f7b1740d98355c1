"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise, PlanDocument } from "../../../../domain/plan/plan-document";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { Chip, ChipRow } from "../../../../ui/chip";
import { Dialog } from "../../../../ui/dialog";
import { firstPhoto } from "../../../media/media-view";
import { PlanSheet } from "../plan-sheet";
import { PhonePreview } from "./phone-preview";

function preview({ figureId, media, alt, dosage }: DocumentExercise) {
  const photoId = firstPhoto(media)?.id;
  return (
    (figureId ?? photoId) && (
      <FigureThumb
        figureId={figureId}
        photoId={photoId}
        alt={alt}
        mirrored={dosage.side === "left"}
        className="!w-40"
      />
    )
  );
}

const FORMS = ["paper", "phone"] as const;

/** What the patient would get now, in the patient's language: as paper or on the phone, of one document. */
export function SheetPreview({
  document,
  phaseId,
}: {
  document: PlanDocument;
  /** The phase that the phone shows; null: the first. */
  phaseId: string | null;
}) {
  const t = useTranslations("plans.builder");
  const structure = useTranslations("structure.preview");
  const [form, setForm] = useState<(typeof FORMS)[number]>("paper");
  const name = document.patientGivenName;
  return (
    <section aria-label={t("preview.title", { name })}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="min-w-0 text-base break-words">{t("preview.title", { name })}</h2>
        <ChipRow label={structure("row")}>
          {FORMS.map((each) => (
            <Chip
              key={each}
              selected={each === form}
              className="!px-3"
              onClick={() => setForm(each)}
            >
              {structure(each)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      {form === "paper" ? (
        <PaperPreview document={document} />
      ) : (
        <PhonePreview document={document} phaseId={phaseId} figureOf={preview} />
      )}
    </section>
  );
}

function PaperPreview({ document }: { document: PlanDocument }) {
  const t = useTranslations("plans.builder");
  const [enlarged, setEnlarged] = useState(false);
  const name = document.patientGivenName;
  return (
    <>
      <div className="relative">
        <div inert className="min-h-96 overflow-hidden rounded-[3px] border border-line bg-surface">
          <div className="p-6" style={{ zoom: 0.62 }}>
            {document.exercises.length === 0 ? (
              <p className="text-lg text-secondary">{t("preview.empty")}</p>
            ) : (
              <PlanSheet document={document} figureOf={preview} />
            )}
          </div>
        </div>
        <button
          type="button"
          aria-label={t("preview.enlarge")}
          title={t("preview.enlarge")}
          onClick={() => setEnlarged(true)}
          className="absolute inset-0 cursor-zoom-in rounded-[3px]"
        />
      </div>
      <Dialog
        open={enlarged}
        onOpenChange={setEnlarged}
        size="lg"
        title={t("preview.enlarged", { name })}
        closeLabel={t("common.close")}
      >
        <PlanSheet document={document} figureOf={preview} />
      </Dialog>
    </>
  );
}
