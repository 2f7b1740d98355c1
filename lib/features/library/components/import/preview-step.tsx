"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Card } from "@/lib/ui/card";
import { Checkbox } from "@/lib/ui/checkbox";
import { cx } from "@/lib/ui/cx";
import { Notice } from "@/lib/ui/notice";
import { Segmented } from "@/lib/ui/segmented";
import type { ImportPreview } from "../../import/preview-import";
import { DuplicateRows, FaultyRows, FirstRows, ValueRows } from "./preview-tables";
import type { ImportState } from "./use-import";

function Counts({ counts }: Pick<ImportPreview, "counts">) {
  const t = useTranslations("imports.preview");
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-3">
      {(["read", "import", "duplicate", "faulty"] as const).map((what) => (
        <div key={what} className="flex flex-col-reverse">
          <dt className="text-sm text-secondary">{t(what)}</dt>
          <dd
            className={cx(
              "text-2xl font-semibold tabular-nums",
              what === "import" && "text-spruce",
              what === "faulty" && counts.faulty > 0 && "text-clay",
            )}
          >
            {counts[what].toLocaleString("en")}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of the preview that can be folded away. */
function Part({
  title,
  open,
  children,
}: {
  title: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="border-t border-line pt-4">
      <summary className="w-fit rounded-control font-semibold">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

const Wide = ({ children }: { children: ReactNode }) => (
  <div className="-mx-4 sm:-mx-3.5">{children}</div>
);

function More({ shown, total }: { shown: number; total: number }) {
  const t = useTranslations("imports.preview");
  if (total <= shown) return null;
  return <p className="mt-3 text-sm text-secondary">{t("more", { count: total - shown })}</p>;
}

function Remarks({ preview }: { preview: ImportPreview }) {
  const t = useTranslations("imports.preview");
  const { oldEncoding, markupRows, unseenRows } = preview;
  const remarks = [
    oldEncoding && t("oldEncoding"),
    markupRows > 0 && t("markup", { count: markupRows }),
    unseenRows > 0 && t("unseen", { count: unseenRows }),
  ].filter((remark) => remark !== false);
  if (remarks.length === 0) return null;
  return (
    <Notice tone="marigold">
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  );
}

function Problems({ state, preview }: { state: ImportState; preview: ImportPreview }) {
  const t = useTranslations("imports.preview");
  const { counts, faulty } = preview;
  if (counts.faulty === 0) return null;
  return (
    <Part title={t("problemsTitle", { count: counts.faulty })} open>
      <p className="text-secondary">{t("problemsText")}</p>
      <Checkbox
        className="mt-1 mb-2"
        label={t("leaveOut", { count: counts.faulty })}
        checked={state.decisions.leaveOutFaulty}
        onChange={({ target }) => state.decide({ leaveOutFaulty: target.checked })}
      />
      <Wide>
        <FaultyRows rows={faulty} />
      </Wide>
      <More shown={faulty.length} total={counts.faulty} />
    </Part>
  );
}

function Duplicates({ state, preview }: { state: ImportState; preview: ImportPreview }) {
  const t = useTranslations("imports.preview");
  const { duplicates, sameNames } = preview;
  if (sameNames === 0) return null;
  return (
    <Part title={t("duplicatesTitle", { count: sameNames })} open>
      <Segmented
        label={t("duplicates")}
        labelHidden
        name="duplicates"
        value={state.decisions.includeDuplicates ? "include" : "skip"}
        onChange={(value) => state.decide({ includeDuplicates: value === "include" })}
        options={[
          { value: "skip", label: t("skip") },
          { value: "include", label: t("include") },
        ]}
        className="mb-3"
      />
      <Wide>
        <DuplicateRows rows={duplicates} />
      </Wide>
      <More shown={duplicates.length} total={sameNames} />
    </Part>
  );
}

function Values({ preview, kind }: { preview: ImportPreview; kind: string }) {
  const t = useTranslations("imports.preview");
  const { values } = preview;
  const unknown = values.filter(({ ids }) => ids === null);
  if (values.length === 0) return null;
  return (
    <>
      {unknown.length > 0 && (
        <Part title={t("valuesUnknown", { count: unknown.length })} open>
          <p className="mb-2 text-secondary">{t("valuesUnknownText")}</p>
          <Wide>
            <ValueRows values={unknown} kind={kind} />
          </Wide>
        </Part>
      )}
      <Part title={t("valuesAll")}>
        <Wide>
          <ValueRows values={values} kind={kind} />
        </Wide>
      </Part>
    </>
  );
}

function Missing({ counts, missing }: Pick<ImportPreview, "counts" | "missing">) {
  const t = useTranslations("imports.preview");
  if (counts.import === 0) return null;
  const lacking = Object.entries({ traits: counts.import, ...missing }).filter(
    ([, count]) => count > 0,
  ) as [keyof ImportPreview["missing"] | "traits", number][];
  return (
    <Part title={t("missingTitle")}>
      <p className="mb-2 text-secondary">{t("missingText", { count: counts.import })}</p>
      <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {lacking
          .sort((a, b) => b[1] - a[1])
          .map(([what, count]) => (
            <li key={what} className="flex gap-3">
              <span className="w-12 shrink-0 text-right font-semibold tabular-nums">{count}</span>
              <span>{t(`missing.${what}`)}</span>
            </li>
          ))}
      </ul>
    </Part>
  );
}

/** What would come in, what would not and why, before anything is saved. */
export function PreviewStep({ state, preview }: { state: ImportState; preview: ImportPreview }) {
  const t = useTranslations("imports");
  const { first } = preview;
  if (preview.mappingFault) return null;
  const stale = state.stage.at === "reading";
  return (
    <Card title={t("preview.title")} subtitle={stale ? t("columns.updating") : undefined}>
      <div className={cx("grid grid-cols-1 gap-4", stale && "opacity-60")} aria-busy={stale}>
        <Counts counts={preview.counts} />
        <Remarks preview={preview} />
        <Problems state={state} preview={preview} />
        <Duplicates state={state} preview={preview} />
        <Values preview={preview} kind={state.decisions.kind} />
        <Missing counts={preview.counts} missing={preview.missing} />
        <Part title={t("preview.firstTitle", { count: first.length })} open>
          <Wide>
            <FirstRows rows={first} kind={state.decisions.kind} />
          </Wide>
        </Part>
      </div>
    </Card>
  );
}
