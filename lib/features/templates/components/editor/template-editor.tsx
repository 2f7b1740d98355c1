"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useReducer, useRef, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button, LinkButton } from "../../../../ui/button";
import { Card } from "../../../../ui/card";
import { Notice } from "../../../../ui/notice";
import { showToast } from "../../../../ui/toast";
import { useLeaveGuard } from "../../../library/components/editor/use-leave-guard";
import { builderReducer, startBuilder } from "../../../plans/builder-state";
import { type TemplateSaveAnswer, updateTemplateAction } from "../../actions";
import type { TemplateEditorData } from "../../loaders";
import type { TemplateDetail } from "../../queries";
import { AboutFields, NoteFields } from "./about-fields";
import { EditorLines } from "./editor-lines";
import { type AboutValues, aboutOf, contentOf, hasUnfinished, saveInput } from "./editor-values";

/** A template of the clinic: its name, whom it is for, and its exercises with their doses, as in the builder. */
export function TemplateEditor({ data }: { data: TemplateEditorData }) {
  const t = useTranslations("templates.editor");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [template, setTemplate] = useState(data.template);
  const [about, setAbout] = useState(() => aboutOf(data.template));
  const [state, dispatch] = useReducer(builderReducer, data.template, (from) =>
    startBuilder(contentOf(from)),
  );
  const [saved, setSaved] = useState(() => JSON.stringify(saveInput(about, state.content)));
  const [answer, setAnswer] = useState<TemplateSaveAnswer | null>(null);
  const [pending, start] = useTransition();
  const input = saveInput(about, state.content);
  const isDirty = JSON.stringify(input) !== saved;
  useLeaveGuard(isDirty, t("leave"));
  const errors = answer?.fieldErrors ?? {};
  const put = (change: Partial<AboutValues>) => setAbout((all) => ({ ...all, ...change }));

  useEffect(() => {
    if (!answer || answer.status === "ok") return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-trouble]")?.focus();
  }, [answer]);

  const save = (revision: number) =>
    start(async () => {
      if (hasUnfinished(state)) return setAnswer({ status: "error", message: t("wrong") });
      const reply = await updateTemplateAction({
        ...input,
        templateId: template.id,
        revision,
      }).catch((): TemplateSaveAnswer => ({ status: "error", message: t("failed") }));
      setAnswer(reply);
      if (reply.status !== "ok") return;
      setSaved(JSON.stringify(input));
      showToast({ message: t("saved") });
      router.push(`/library/templates/${template.id}`);
      router.refresh();
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!pending) save(template.revision);
  };
  const take = (current: TemplateDetail) => {
    const [theirs, content] = [aboutOf(current), contentOf(current)];
    setTemplate(current);
    setAbout(theirs);
    dispatch({ type: "restore", state: startBuilder(content) });
    setSaved(JSON.stringify(saveInput(theirs, content)));
    setAnswer(null);
  };
  const keepMine = (current: TemplateDetail) => {
    setTemplate({ ...template, revision: current.revision });
    save(current.revision);
  };

  return (
    <form ref={form} noValidate onSubmit={submit}>
      <div role="alert" tabIndex={-1} data-trouble className="mb-4 empty:hidden">
        <Trouble answer={answer} onKeepMine={keepMine} onLoadTheirs={take} />
      </div>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-label={t("exercises")} className="min-w-0">
          <EditorLines
            template={template}
            state={state}
            dispatch={dispatch}
            locale={about.writtenIn}
          />
        </section>
        <div className="grid min-w-0 grid-cols-1 gap-4 xl:sticky xl:top-4">
          <Card title={t("about")}>
            <AboutFields about={about} errors={errors} mayHide={data.mayHide} onChange={put} />
          </Card>
          <Card title={t("notes")} subtitle={t("notesHint")}>
            <NoteFields about={about} errors={errors} onChange={put} />
          </Card>
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              variant="primary"
              disabled={state.content.lines.length === 0}
              pending={pending}
              pendingLabel={t("saving")}
            >
              {t("save")}
            </Button>
            <Button
              icon="undo"
              disabled={state.past.length === 0}
              onClick={() => dispatch({ type: "undo" })}
            >
              {t("undo")}
            </Button>
            <LinkButton href={`/library/templates/${template.id}`}>{t("cancel")}</LinkButton>
          </div>
        </div>
      </div>
    </form>
  );
}

/** Why it was not saved; after a conflict the two ways on. */
function Trouble({
  answer,
  onKeepMine,
  onLoadTheirs,
}: {
  answer: TemplateSaveAnswer | null;
  onKeepMine: (current: TemplateDetail) => void;
  onLoadTheirs: (current: TemplateDetail) => void;
}) {
  const t = useTranslations("templates.editor");
  if (!answer || answer.status === "ok") return null;
  const { current, fieldErrors } = answer;
  if (current)
    return (
      <Notice
        tone="marigold"
        title={answer.message}
        actions={
          <>
            <Button size="sm" onClick={() => onKeepMine(current)}>
              {t("keepMine")}
            </Button>
            <Button size="sm" onClick={() => onLoadTheirs(current)}>
              {t("loadTheirs")}
            </Button>
          </>
        }
      >
        {t("conflict", { name: current.name, count: current.lines.length })}
      </Notice>
    );
  const [ofLines] = Object.entries(fieldErrors ?? {}).flatMap(([key, sentence]) =>
    key.startsWith("lines") ? [sentence] : [],
  );
  return <Notice tone="clay">{ofLines ?? answer.message ?? t("wrong")}</Notice>;
}
