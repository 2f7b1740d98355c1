"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { shortDate } from "../../../../i18n/date-words";
import { Button } from "../../../../ui/button";
import { DateField } from "../../../../ui/date-field";
import type { BuilderData } from "../../builder-queries";
import type { PlanDay } from "../../builder-structure";
import { BulkField, PatternField, useBulk } from "./bulk-bar";
import type { Builder } from "./use-builder";

/** When the plan runs, and how often for all of its exercises at once. */
export function ScheduleSection({
  data,
  builder,
  announce,
}: {
  data: BuilderData;
  builder: Builder;
  announce: (sentence: string) => void;
}) {
  const t = useTranslations("structure.schedule");
  const [opened, setOpened] = useState(false);
  const { wantedStartOn, endsOn } = builder.state.content;
  const parts = [
    wantedStartOn ? t("from", { from: shortDate(wantedStartOn, "en") }) : t("now"),
    endsOn ? t("until", { until: shortDate(endsOn, "en") }) : t("noEnd"),
  ];
  return (
    <section aria-label={t("title")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg">{t("title")}</h2>
        <Button
          variant="quiet"
          size="sm"
          className="-mr-3"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {opened ? t("done") : t("edit")}
        </Button>
      </div>
      <p className="text-sm text-secondary tabular-nums">{parts.join(" · ")}</p>
      {opened && <ScheduleFields data={data} builder={builder} announce={announce} />}
    </section>
  );
}

function ScheduleFields({
  data,
  builder,
  announce,
}: {
  data: BuilderData;
  builder: Builder;
  announce: (sentence: string) => void;
}) {
  const t = useTranslations("structure.schedule");
  const { content, pending } = builder.state;
  const { lines } = content;
  const [problem, setProblem] = useState("");
  const bulk = useBulk(builder, lines, (done, refused) => {
    setProblem(refused);
    announce([done, refused].filter(Boolean).join(". "));
  });
  const day = (field: PlanDay, label: string, hint: string) => (
    <DateField
      label={label}
      hint={hint}
      className="min-w-44 flex-1 basis-44"
      value={pending.texts[field] ?? content[field] ?? ""}
      error={pending.texts[field] === undefined ? undefined : t("order")}
      onChange={(event) =>
        builder.dispatch({
          type: "structure",
          change: { of: "plan-day", field, text: event.target.value },
        })
      }
    />
  );
  return (
    <div className="mt-3 grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap gap-4">
        {day("wantedStartOn", t("startsOn"), t("startsHint"))}
        {day("endsOn", t("endsOn"), t("endsHint"))}
      </div>
      {lines.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-semibold">{t("often")}</legend>
          <div className="flex flex-wrap gap-2">
            <BulkField
              field="timesPerDay"
              label="timesPerDayMin"
              lines={lines}
              onSet={(text) => bulk.type("timesPerDay", "timesPerDayMin", text)}
            />
            <PatternField lines={lines} onSet={bulk.pattern} />
          </div>
          {problem && <p className="mt-1.5 text-sm font-semibold text-clay">{problem}</p>}
          <p className="mt-1.5 text-sm text-secondary">{t("oftenHint")}</p>
        </fieldset>
      )}
      <p className="text-sm text-secondary">
        {t("pauses")}{" "}
        <Link
          href={`/patients/${data.patientId}/plan`}
          className="font-semibold text-spruce underline underline-offset-3"
        >
          {t("planTab")}
        </Link>
        .
      </p>
    </div>
  );
}
