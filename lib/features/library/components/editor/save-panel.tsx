"use client";

import { useTranslations } from "use-intl";
import { LACKS } from "../../../../domain/library/readiness";
import { FigureThumb } from "../../../../figures/figure-thumb";
import { Button, LinkButton } from "../../../../ui/button";
import { Card } from "../../../../ui/card";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import { RadioGroup } from "../../../../ui/radio-group";
import type { EditableExercise } from "../../edit-queries";
import { useEditorForm } from "./form-context";
import { lacksNow } from "./form-values";

/** What is still missing before the exercise may be prescribed, as a list that fills while one writes. */
function Readiness() {
  const t = useTranslations("library.editor.ready");
  const { values } = useEditorForm();
  const lacks = lacksNow(values);
  return (
    <section>
      <h2 className="text-lg">{t("title")}</h2>
      <ul className="mt-2 grid gap-1.5">
        {LACKS.map((part) => {
          const open = lacks.includes(part);
          return (
            <li key={part} className={cx("flex gap-2", open ? "text-ink" : "text-secondary")}>
              <Icon
                name={open ? "minus" : "check"}
                className={cx("mt-[0.1em]", open ? "text-marigold" : "text-spruce")}
              />
              <span>
                {t(`parts.${part}`)}
                <span className="sr-only">: {t(open ? "missing" : "done")}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-sm text-secondary">
        {t(lacks.length > 0 ? "unfinished" : "finished")}
      </p>
    </section>
  );
}

/** Who finds it, what is missing, and the one button that saves. */
export function SavePanel({
  exercise,
  isBusy,
  isSaving,
}: {
  exercise: EditableExercise;
  /** A file is on its way. */
  isBusy: boolean;
  isSaving: boolean;
}) {
  const t = useTranslations("library.editor");
  const { values, change, errorOf } = useEditorForm();
  return (
    <div className="grid content-start gap-4 xl:sticky xl:top-4">
      <Card>
        <div className="grid gap-5">
          {exercise.figureId && (
            <div>
              <FigureThumb
                figureId={exercise.figureId}
                alt=""
                mirrored={values.side === "left"}
                className="!aspect-auto !h-28 !w-full"
              />
              <p className="mt-2 text-sm text-secondary">{t("figure")}</p>
            </div>
          )}
          <Readiness />
          {exercise.mayHide && (
            <RadioGroup
              name="finds"
              label={t("finds.title")}
              value={values.onlyForAuthor ? "me" : "clinic"}
              error={errorOf("onlyForAuthor")}
              onChange={(value) => change("onlyForAuthor", { onlyForAuthor: value === "me" })}
              options={[
                { value: "clinic", label: t("finds.clinic") },
                { value: "me", label: t("finds.me"), hint: t("finds.meHint") },
              ]}
            />
          )}
          <div className="grid gap-2">
            <Button
              type="submit"
              variant="primary"
              disabled={isBusy}
              pending={isSaving}
              pendingLabel={t("saving")}
            >
              {t("save")}
            </Button>
            <LinkButton href={exercise.slug ? `/library/${exercise.slug}` : "/library"}>
              {t("cancel")}
            </LinkButton>
            {isBusy && <p className="text-sm text-secondary">{t("busy")}</p>}
          </div>
        </div>
      </Card>
    </div>
  );
}
