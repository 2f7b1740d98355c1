"use client";

import { type FormEvent, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { TextArea } from "../../../../ui/text-area";
import { overridePrecautionAction, withdrawOverrideAction } from "../../actions";
import { REASON_MIN } from "../../bounds";
import type { Performed } from "../../draft-content";
import type { PrecautionPanelProps } from "./precaution-panel";

type OverrideLineProps = PrecautionPanelProps & {
  readonly line: Performed;
  readonly rule: { readonly conditionId: string; readonly trait: string };
};

/** One contraindicated exercise: remove it, or say why it is right all the same. */
export function OverrideLine(props: OverrideLineProps) {
  const { data, line, rule, exerciseOf, onRemove } = props;
  const t = useTranslations("plans.builder.precaution");
  const [open, setOpen] = useState(false);
  const { name } = exerciseOf(line.slug);
  const given = data.overrides.find(
    (one) =>
      one.lineId === line.lineId &&
      one.conditionId === rule.conditionId &&
      one.trait === rule.trait,
  );
  if (given) return <GivenReason {...props} reason={given.reason} by={given.by} />;
  if (open) return <ReasonForm {...props} onClose={() => setOpen(false)} />;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={() => onRemove(line.lineId)}>
        {t("remove", { name })}
      </Button>
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
        {t("giveReason")}
      </Button>
    </div>
  );
}

function GivenReason({
  data,
  line,
  rule,
  exerciseOf,
  reason,
  by,
}: OverrideLineProps & { reason: string; by: string }) {
  const t = useTranslations("plans.builder.precaution");
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | undefined>();
  const withdraw = () =>
    start(async () => {
      const input = { planId: data.planId, lineId: line.lineId, ...rule };
      const state = await withdrawOverrideAction(input).catch(() => null);
      if (state?.status !== "ok") setProblem(state?.message);
    });
  return (
    <div className="mt-2 border-l-3 border-spruce pl-3">
      <p>{t("overridden", { by, name: exerciseOf(line.slug).name, reason })}</p>
      {problem && <p className="text-sm font-semibold text-clay">{problem}</p>}
      <Button size="sm" variant="quiet" className="-ml-3" pending={pending} onClick={withdraw}>
        {t("withdraw")}
      </Button>
    </div>
  );
}

function ReasonForm({
  data,
  line,
  rule,
  exerciseOf,
  flush,
  onClose,
}: OverrideLineProps & { onClose: () => void }) {
  const t = useTranslations("plans.builder");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [pending, start] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      if (!(await flush())) return setProblem(t("failed.title"));
      const input = { planId: data.planId, lineId: line.lineId, ...rule, reason };
      const state = await overridePrecautionAction(input).catch(() => null);
      if (state?.status === "ok") return onClose();
      setProblem(
        state?.fieldErrors?.reason ??
          state?.fieldErrors?.form ??
          state?.message ??
          t("failed.offline"),
      );
    });
  };
  return (
    <form onSubmit={submit} className="mt-2 grid gap-2">
      <TextArea
        label={t("precaution.reasonFor", { name: exerciseOf(line.slug).name })}
        hint={t("precaution.reasonHint", { min: REASON_MIN })}
        error={problem}
        value={reason}
        rows={2}
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          {t("precaution.reasonSave")}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
