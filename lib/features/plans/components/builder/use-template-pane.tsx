"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { findTemplates } from "../../../templates/find-templates";
import type { TemplateOrigin } from "../../../templates/queries";
import type { BuilderData } from "../../builder-queries";
import { setOfTemplate } from "../../template-content";
import { type InsertPane, Waiting } from "./insert-pane";
import { TemplateList } from "./template-list";
import { useTemplateDetail, useTemplateList } from "./use-templates";

/** Templates to insert: those for the patient's conditions first. `isShown`: its exercises are in sight. */
export function useTemplatePane(
  data: BuilderData,
  {
    isShown,
    autoFocus,
    onOpen,
  }: { readonly isShown: boolean; readonly autoFocus: boolean; readonly onOpen: () => void },
): InsertPane {
  const t = useTranslations("templates.dialog");
  const [text, setText] = useState("");
  const [region, setRegion] = useState<string | null>(null);
  const [origin, setOrigin] = useState<TemplateOrigin | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const list = useTemplateList();
  const all = list.templates ?? [];
  const conditionIds = data.conditions.map(({ conditionId }) => conditionId);
  const found = findTemplates(all, { text, region, origin, conditionIds });
  const current = found.find(({ template }) => template.id === wanted) ?? found[0] ?? null;
  const currentId = current?.template.id ?? null;
  const { detail, failed, retry } = useTemplateDetail(isShown ? currentId : null);
  const { locale } = data.sheet;
  const fits = current?.fits ?? [];

  return {
    list:
      list.templates === null ? (
        <Waiting failed={list.failed} onRetry={list.retry} />
      ) : (
        <TemplateList
          found={found}
          currentId={currentId}
          autoFocus={autoFocus}
          text={text}
          region={region}
          regions={[...new Set(all.flatMap(({ regions }) => regions))].sort()}
          origin={origin}
          origins={(["ready", "clinic", "mine"] as const).filter((one) =>
            all.some((template) => template.origin === one),
          )}
          onText={setText}
          onRegion={setRegion}
          onOrigin={setOrigin}
          onCurrent={setWanted}
          onChoose={(id) => {
            setWanted(id);
            onOpen();
          }}
        />
      ),
    hasCurrent: currentId !== null,
    set: detail && setOfTemplate(detail, locale),
    failed,
    retry,
    head: detail && (
      <>
        {fits.length > 0 && (
          <p className="text-sm font-semibold text-spruce">
            {t("fits", { conditions: fits.join(", ") })}
          </p>
        )}
        <p className="mt-1 text-sm wrap-anywhere text-secondary">{detail.summary}</p>
      </>
    ),
    foot: detail && t(detail.reviewState === "draft" ? "draft" : "draftClinic"),
    otherPatient: null,
  };
}
