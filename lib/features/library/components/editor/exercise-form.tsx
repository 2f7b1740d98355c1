"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useMemo, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import type { Locale } from "../../../../domain/plan/plan-document";
import { Card } from "../../../../ui/card";
import { showToast } from "../../../../ui/toast";
import { MediaUploader } from "../../../media/components/media-uploader";
import { createExerciseAction, type SaveAnswer, updateExerciseAction } from "../../actions";
import type { EditableExercise } from "../../edit-queries";
import type { EditorData } from "../../loaders";
import { AmountFields } from "./amount-fields";
import { FactFields } from "./fact-fields";
import { type EditorForm, EditorFormProvider } from "./form-context";
import { type FormValues, formValues, isWritten, saveInput } from "./form-values";
import { KeptNotice } from "./kept-notice";
import type { KeptValues } from "./kept-values";
import { SavePanel } from "./save-panel";
import { SaveTrouble } from "./save-trouble";
import { TraitFields } from "./trait-fields";
import { useKeptValues } from "./use-kept-values";
import { useLeaveGuard } from "./use-leave-guard";
import { WordsFields } from "./words-fields";

type Errors = Readonly<Record<string, string>>;

const isAt = (key: string, path: string) => key === path || key.startsWith(`${path}.`);

function firstLanguage(values: FormValues): Locale {
  return isWritten(values.words.es) && !isWritten(values.words.en) ? "es" : "en";
}

/** An exercise of the clinic's own: made from nothing, from a copy, or changed. */
export function ExerciseForm({ data }: { data: EditorData }) {
  const { source, traits, userId } = data;
  const t = useTranslations("library.editor");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [exercise, setExercise] = useState<EditableExercise>(data.exercise);
  const [values, setValues] = useState<FormValues>(() => formValues(data.exercise));
  const [saved, setSaved] = useState(() => JSON.stringify(saveInput(values)));
  const [errors, setErrors] = useState<Errors>({});
  const [answer, setAnswer] = useState<SaveAnswer | null>(null);
  const [shown, setShown] = useState<Locale>(() => firstLanguage(values));
  const [isBusy, setBusy] = useState(false);
  const [isSaving, start] = useTransition();
  const isDirty = JSON.stringify(saveInput(values)) !== saved;
  const place = exercise.slug ?? (source ? `copy of ${source.slug}` : "new");
  const typed = { revision: exercise.revision, values };
  const kept = useKeptValues(`carryover exercise ${userId} ${place}`, typed, isDirty);
  useLeaveGuard(isDirty, t("leave"));

  const editor = useMemo<EditorForm>(
    () => ({
      values,
      change: (path, to) => {
        setValues((all) => ({ ...all, ...to }));
        setErrors((all) =>
          Object.fromEntries(Object.entries(all).filter(([key]) => !isAt(key, path))),
        );
      },
      errorOf: (path) => Object.entries(errors).find(([key]) => isAt(key, path))?.[1],
    }),
    [values, errors],
  );

  useEffect(() => {
    if (!answer || answer.status === "ok") return;
    const wrong = form.current?.querySelectorAll<HTMLElement>("[aria-invalid=true]") ?? [];
    const inSight = [...wrong].find((field) => field.offsetParent !== null);
    (inSight ?? form.current?.querySelector<HTMLElement>("[data-trouble]"))?.focus();
  }, [answer]);

  const save = (revision: number) =>
    start(async () => {
      const input = saveInput(values);
      const reply = await (exercise.slug === null
        ? createExerciseAction({ ...input, copyOf: source?.slug ?? null })
        : updateExerciseAction({ ...input, slug: exercise.slug, revision })
      ).catch((): SaveAnswer => ({ status: "error", message: t("trouble.failed") }));
      if (reply.status === "ok") {
        kept.forget();
        setSaved(JSON.stringify(input));
        showToast({ message: t("saved") });
        router.push(`/library/${reply.data?.slug ?? exercise.slug}`);
        return;
      }
      const found = reply.fieldErrors ?? {};
      const other = Object.keys(found).find((key) => /^words\.(en|es)\./.test(key));
      if (other) setShown(other.startsWith("words.es") ? "es" : "en");
      setErrors(found);
      setAnswer(reply);
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isBusy && !isSaving) save(exercise.revision);
  };

  const takeTheirs = (current: EditableExercise) => {
    kept.forget();
    const theirs = formValues(current);
    setExercise(current);
    setValues(theirs);
    setSaved(JSON.stringify(saveInput(theirs)));
    setErrors({});
    setAnswer(null);
  };
  const takeKept = ({ revision, values: left }: KeptValues) => {
    kept.forget();
    // From what it was made: when somebody saved since, the server says so before anything is overwritten.
    setExercise((now) => ({ ...now, revision }));
    setValues(left);
    setErrors({});
  };
  const keepMine = () => {
    const current = answer?.current;
    if (!current) return;
    setExercise(current);
    setAnswer(null);
    save(current.revision);
  };

  return (
    <EditorFormProvider value={editor}>
      <form ref={form} noValidate onSubmit={submit}>
        <div role="alert" tabIndex={-1} data-trouble className="mb-4 empty:hidden">
          <SaveTrouble
            answer={answer}
            onKeepMine={keepMine}
            onLoadTheirs={() => answer?.current && takeTheirs(answer.current)}
          />
        </div>
        {kept.found && (
          <KeptNotice
            isOlder={kept.found.revision !== exercise.revision}
            onTake={() => kept.found && takeKept(kept.found)}
            onForget={kept.forget}
          />
        )}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 gap-4">
            <WordsFields shown={shown} onShow={setShown} />
            <Card>
              <MediaUploader
                media={values.media}
                error={errors.media ?? errors.mediaIds}
                onBusy={setBusy}
                onChange={(media) => editor.change("media", { media })}
              />
            </Card>
            <FactFields />
            <AmountFields />
            <TraitFields traits={traits} source={source} />
          </div>
          <SavePanel exercise={exercise} isBusy={isBusy} isSaving={isSaving} />
        </div>
      </form>
    </EditorFormProvider>
  );
}
