"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { namesIn } from "../../../domain/patient/names-in";
import type { Locale } from "../../../domain/plan/plan-document";
import type { ActionState } from "../../../errors/action-state";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/notice";
import { RadioGroup } from "../../../ui/radio-group";
import { TextArea } from "../../../ui/text-area";
import { TextField } from "../../../ui/text-field";
import { showToast } from "../../../ui/toast";
import { saveAsTemplateAction } from "../actions";
import { NAME_MAX, SUMMARY_MAX } from "../bounds";
import { SavedLines, SavedWords, type WordsTaken } from "./save-template-choice";

/** A plan as a template is made of it. */
export interface SavedPlan {
  readonly planId: string;
  /** Of the version; null: the draft. */
  readonly number: number | null;
  readonly title: string;
  /** To warn of it: it is never sent along. */
  readonly patientName: string;
  /** Of cues, cautions and note. */
  readonly language: Locale;
  readonly note: string | null;
  readonly lines: readonly {
    readonly lineId: string;
    readonly name: string;
    /** Its amount in words. */
    readonly dose: string;
    readonly cue: string | null;
    readonly caution: string | null;
  }[];
}

/** Where the patient's name stands among what would be kept. */
function placesOfName(
  { patientName, lines, note }: SavedPlan,
  { name, summary, chosen, takes }: Values,
) {
  const kept = lines.filter(({ lineId }) => chosen.has(lineId));
  const texts = {
    name: [name],
    summary: [summary],
    cues: takes.cues ? kept.map(({ cue }) => cue ?? "") : [],
    cautions: takes.cautions ? kept.map(({ caution }) => caution ?? "") : [],
    note: takes.note ? [note ?? ""] : [],
  };
  const found = (["name", "summary", "cues", "cautions", "note"] as const).map((place) => ({
    place,
    words: texts[place].flatMap((text) => namesIn(text, patientName)),
  }));
  return {
    places: found.filter(({ words }) => words.length > 0).map(({ place }) => place),
    words: [...new Set(found.flatMap(({ words }) => words))],
  };
}

interface Values {
  readonly name: string;
  readonly summary: string;
  readonly whose: "mine" | "clinic";
  readonly chosen: ReadonlySet<string>;
  readonly takes: WordsTaken;
}

function startOf({ title, patientName, lines }: SavedPlan): Values {
  return {
    name: namesIn(title, patientName).length > 0 ? "" : title,
    summary: "",
    whose: "mine",
    chosen: new Set(lines.map(({ lineId }) => lineId)),
    takes: { cues: true, cautions: false, note: false },
  };
}

/** Makes a template of a plan: its name, who sees it, which exercises, and which of the patient's words stay in it. */
export function SaveTemplateDialog({
  plan,
  flush,
  onClose,
}: {
  plan: SavedPlan;
  /** Saves what is not saved yet; false: it could not. */
  flush?: () => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useTranslations("templates.save");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(() => startOf(plan));
  const [answer, setAnswer] = useState<ActionState | null>(null);
  const [pending, start] = useTransition();
  const { name, summary, whose, chosen, takes } = values;
  const put = (change: Partial<Values>) => setValues((all) => ({ ...all, ...change }));
  const { places, words } = placesOfName(plan, values);

  useEffect(() => {
    if (!answer || answer.status === "ok") return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-trouble]")?.focus();
  }, [answer]);

  const save = async (): Promise<ActionState> => {
    if (flush && !(await flush())) return { status: "error", message: t("notSaved") };
    return saveAsTemplateAction({
      planId: plan.planId,
      number: plan.number,
      name,
      summary,
      onlyForAuthor: whose === "mine",
      lineIds: [...chosen],
      takesCues: takes.cues,
      takesCautions: takes.cautions,
      takesNote: takes.note,
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (pending) return;
    start(async () => {
      const reply = await save().catch((): ActionState => ({ status: "error" }));
      setAnswer(reply);
      if (reply.status !== "ok") return;
      const { templateId } = reply.data ?? {};
      showToast({
        message: t("saved", { name: name.trim() }),
        action: {
          label: t("open"),
          onAction: () => router.push(`/library/templates/${templateId}`),
        },
      });
      onClose();
    });
  };
  const errors = answer?.fieldErrors ?? {};
  const other = errors.lineIds ?? (Object.keys(errors).length === 0 ? answer?.message : undefined);
  const id = `save-template-${plan.planId}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            disabled={chosen.size === 0}
            pending={pending}
            pendingLabel={t("saving")}
          >
            {t("submit")}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-5">
        <p className="text-secondary">{t("lead")}</p>
        {answer && answer.status !== "ok" && (other || Object.keys(errors).length === 0) && (
          <div role="alert" tabIndex={-1} data-trouble>
            <Notice tone="clay">{other ?? t("failed")}</Notice>
          </div>
        )}
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={name}
          autoFocus
          required
          maxLength={NAME_MAX}
          error={errors.name}
          onChange={(event) => put({ name: event.target.value })}
        />
        <TextArea
          label={t("summary")}
          rows={2}
          value={summary}
          maxLength={SUMMARY_MAX}
          error={errors.summary}
          onChange={(event) => put({ summary: event.target.value })}
        />
        <RadioGroup
          name="whose"
          label={t("whose")}
          value={whose}
          onChange={(value) => put({ whose: value === "clinic" ? "clinic" : "mine" })}
          options={[
            { value: "mine", label: t("mine") },
            { value: "clinic", label: t("clinic"), hint: t("clinicHint") },
          ]}
        />
        <SavedLines plan={plan} chosen={chosen} onChosen={(next) => put({ chosen: next })} />
        <SavedWords
          plan={plan}
          chosen={chosen}
          takes={takes}
          onTakes={(next) => put({ takes: next })}
        />
        <div aria-live="polite">
          {places.length > 0 && (
            <Notice tone="marigold" title={t("namesTitle")}>
              {t("names", {
                words: words.join(" "),
                places: places.map((place) => t(`places.${place}`)).join(", "),
              })}
            </Notice>
          )}
        </div>
      </form>
    </Dialog>
  );
}
