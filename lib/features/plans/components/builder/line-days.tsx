"use client";

import type { Dispatch } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { DateField } from "../../../../ui/date-field";
import type { BuilderAction, Pending } from "../../builder-state";
import type { LineDay } from "../../builder-structure";
import type { ContentLine } from "../../draft-content";

const FIELDS = [
  ["startsOn", "from"],
  ["endsOn", "until"],
] as const satisfies readonly (readonly [LineDay, string])[];

/** The days of one exercise where it does not run with the plan. */
export function LineDays({
  line,
  pending,
  dispatch,
  autoFocus,
  onClose,
}: {
  line: ContentLine;
  pending: Pending;
  dispatch: Dispatch<BuilderAction>;
  autoFocus: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("structure.line");
  const { lineId } = line;
  const type = (field: LineDay, text: string) =>
    dispatch({ type: "structure", change: { of: "line-day", lineId, field, text } });
  return (
    <fieldset className="mt-3 min-w-0">
      <legend className="sr-only">{t("days")}</legend>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        {FIELDS.map(([field, label], i) => {
          const typed = pending.texts[`${lineId}.${field}`];
          return (
            <DateField
              key={field}
              label={t(label)}
              className="w-44 max-w-full"
              autoFocus={autoFocus && i === 0}
              value={typed ?? line[field] ?? ""}
              error={typed === undefined ? undefined : t("daysOrder")}
              onChange={(event) => type(field, event.target.value)}
            />
          );
        })}
        <Button
          variant="quiet"
          size="sm"
          className="mb-1"
          onClick={() => {
            type("startsOn", "");
            type("endsOn", "");
            onClose();
          }}
        >
          {t("daysRemove")}
        </Button>
      </div>
      <p className="mt-1.5 text-sm text-secondary">{t("open")}</p>
    </fieldset>
  );
}
