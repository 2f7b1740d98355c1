"use client";

import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { LINE_TEXT_MAX } from "../../../../domain/plan/validate-plan";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { TextArea } from "../../../../ui/text-area";
import { characters } from "../../bounds";
import type { BuilderData } from "../../builder-queries";
import {
  modificationKey,
  type OpenModification,
  openModifications,
} from "../../open-modifications";
import type { Builder } from "./use-builder";

/** Takes over what the precaution rules advise, one after another: Enter approves a sentence and shows the next. */
export function ModificationDialog({
  data,
  builder,
  onClose,
}: {
  data: BuilderData;
  builder: Builder;
  onClose: () => void;
}) {
  const t = useTranslations("plans.builder.modification");
  const { locale } = data.sheet;
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const all = openModifications(builder.check.findings, builder.state.content.lines, locale);
  const open = all.filter((one) => !skipped.has(modificationKey(one)));
  const [current] = open;
  const skip = (one: OpenModification) => setSkipped(new Set([...skipped, modificationKey(one)]));
  const approve = (one: OpenModification, text: string) => {
    const { lineId } = one.line;
    builder.dispatch({ type: "write-line", lineId, field: "caution", text });
    // A sentence that was rewritten is dealt with too.
    skip(one);
    if (open.length === 1) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      closeLabel={t("close")}
    >
      {current ? (
        <ModificationForm
          key={modificationKey(current)}
          {...{ data, builder }}
          current={current}
          left={open.length}
          onApprove={(text) => approve(current, text)}
          onSkip={() => skip(current)}
        />
      ) : (
        <p>{t("none")}</p>
      )}
    </Dialog>
  );
}

function ModificationForm({
  data,
  builder,
  current: { finding, line, caution },
  left,
  onApprove,
  onSkip,
}: {
  data: BuilderData;
  builder: Builder;
  current: OpenModification;
  left: number;
  onApprove: (text: string) => void;
  onSkip: () => void;
}) {
  const t = useTranslations("plans.builder.modification");
  const plans = useTranslations("plans");
  const id = useId();
  const [text, setText] = useState(caution);
  const { name } = builder.exerciseOf(line.slug);
  const tooLong = characters(text) > LINE_TEXT_MAX;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!tooLong && text.trim() !== "") onApprove(text.trim());
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div>
        <p className="text-sm text-secondary tabular-nums">{t("left", { count: left })}</p>
        <p className="font-semibold text-marigold">{finding.conditionName}</p>
        <p>{finding.reason}</p>
        <p className="text-sm text-secondary">
          {t("advised", { words: finding.modification ?? "" })}
        </p>
      </div>
      <TextArea
        id={id}
        label={plans("builder.precaution.cautionFor", {
          name,
          language: plans(`builder.language.${data.sheet.locale}`),
        })}
        hint={t("hint")}
        value={text}
        rows={2}
        autoFocus
        error={tooLong ? plans("problem.tooLong", { max: LINE_TEXT_MAX }) : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary">
          {t("approve")}
        </Button>
        <Button onClick={onSkip}>{t("skip")}</Button>
      </div>
    </form>
  );
}
