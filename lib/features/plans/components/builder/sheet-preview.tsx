"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise, PlanDocument } from "../../../../domain/plan/plan-document";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { firstPhoto } from "../../../media/media-view";
import { PlanSheet } from "../plan-sheet";

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

/** The paper as it would be printed now, in the patient's language. */
export function SheetPreview({ document }: { document: PlanDocument }) {
  const t = useTranslations("plans.builder");
  const [enlarged, setEnlarged] = useState(false);
  const name = document.patientGivenName;
  return (
    <section aria-label={t("preview.title", { name })}>
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 className="text-lg">{t("preview.title", { name })}</h2>
        <Button size="sm" onClick={() => setEnlarged(true)}>
          {t("preview.enlarge")}
        </Button>
      </div>
      <div inert className="min-h-96 overflow-hidden rounded-[3px] border border-line bg-surface">
        <div className="p-6" style={{ zoom: 0.62 }}>
          {document.exercises.length === 0 ? (
            <p className="text-lg text-secondary">{t("preview.empty")}</p>
          ) : (
            <PlanSheet document={document} figureOf={preview} />
          )}
        </div>
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
    </section>
  );
}
