"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useCallback, useEffect, useId, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { searchable } from "@/lib/domain/library/search-text";
import { applyTemplateAction } from "@/lib/features/plans/actions";
import { Button } from "@/lib/ui/button";
import { cx } from "@/lib/ui/cx";
import { Dialog } from "@/lib/ui/dialog";
import { LiveRegion } from "@/lib/ui/live-region";
import { Notice } from "@/lib/ui/notice";
import { SearchField } from "@/lib/ui/search-field";
import { Spinner } from "@/lib/ui/spinner";
import { showToast } from "@/lib/ui/toast";
import { type TemplatePatient, templatePatientsAction } from "../actions";

/** More names than this are no choice; typing narrows them. */
const MOST_SHOWN = 8;

/** Chooses somebody of the caseload and opens the builder with the template in the plan. */
export function UseTemplateButton({ templateId }: { templateId: string }) {
  const t = useTranslations("templates.use");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      {open && <PatientDialog templateId={templateId} onClose={() => setOpen(false)} />}
    </>
  );
}

function usePatients() {
  const [patients, setPatients] = useState<readonly TemplatePatient[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    setFailed(false);
    const answer = await templatePatientsAction().catch(() => null);
    if (answer?.patients) setPatients(answer.patients);
    else setFailed(true);
  }, []);
  useEffect(() => void load(), [load]);
  return { patients, failed, load };
}

function PatientDialog({ templateId, onClose }: { templateId: string; onClose: () => void }) {
  const t = useTranslations("templates.use");
  const router = useRouter();
  const { patients, failed, load } = usePatients();
  const [message, setMessage] = useState<string | null>(null);
  const [pending, start] = useTransition();

  const choose = (patientId: string) =>
    start(async () => {
      setMessage(null);
      const answer = await applyTemplateAction({ patientId, templateId }).catch(() => null);
      if (answer?.status !== "ok" || !answer.data?.planId)
        return setMessage(answer?.fieldErrors?.templateId ?? answer?.message ?? t("failed"));
      if (answer.data.notice) showToast({ message: answer.data.notice, tone: "error" });
      router.push(`/plans/${answer.data.planId}/edit`);
    });

  return (
    <Dialog open onOpenChange={(o) => !o && onClose()} title={t("title")} closeLabel={t("close")}>
      <div className="grid grid-cols-1 gap-4">
        <p className="text-secondary">{t("lead")}</p>
        {message && (
          <div role="alert">
            <Notice tone="clay">{message}</Notice>
          </div>
        )}
        {failed && (
          <div role="alert">
            <Notice
              tone="clay"
              actions={
                <Button size="sm" onClick={() => void load()}>
                  {t("retry")}
                </Button>
              }
            >
              {t("failed")}
            </Notice>
          </div>
        )}
        {pending || (patients === null && !failed) ? (
          <p role="status" className="flex min-h-40 items-start gap-2 text-secondary">
            <Spinner />
            {pending ? t("opening") : t("loading")}
          </p>
        ) : (
          patients && <PatientPicker patients={patients} onChoose={choose} />
        )}
      </div>
    </Dialog>
  );
}

/** Names are searched here, in the browser, and never become part of an address. */
function PatientPicker({
  patients,
  onChoose,
}: {
  patients: readonly TemplatePatient[];
  onChoose: (patientId: string) => void;
}) {
  const t = useTranslations("templates.use");
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const words = searchable(text).split(" ").filter(Boolean);
  const found = patients.filter(({ searchText }) => words.every((w) => searchText.includes(w)));
  const shown = found.slice(0, MOST_SHOWN);
  const current = shown[Math.min(active, shown.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && shown.length > 0) {
      event.preventDefault();
      setActive((at) => Math.min(shown.length - 1, Math.max(0, at + by)));
    }
    if (event.key === "Enter" && current) {
      event.preventDefault();
      onChoose(current.id);
    }
  };

  if (patients.length === 0) return <p className="min-h-40">{t("empty")}</p>;
  return (
    <div className="grid min-h-40 grid-cols-1 content-start gap-2">
      <SearchField
        label={t("find")}
        value={text}
        onChange={(event) => {
          setActive(0);
          setText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        autoFocus
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={current && `${id}-${current.id}`}
        aria-autocomplete="list"
      />
      <LiveRegion>{t("found", { count: found.length })}</LiveRegion>
      <div id={`${id}-found`} role="listbox" aria-label={t("list")} className="grid gap-0.5">
        {shown.map(({ id: patientId, name, recordNumber, hasPlan }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys, as in every combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
          <div
            key={patientId}
            id={`${id}-${patientId}`}
            role="option"
            aria-selected={patientId === current?.id}
            onClick={() => onChoose(patientId)}
            className={cx(
              "flex min-h-target cursor-pointer flex-wrap items-center justify-between gap-x-4 rounded-control border px-3 py-1.5",
              patientId === current?.id
                ? "border-spruce-line bg-spruce-tint"
                : "border-transparent hover:bg-paper",
            )}
          >
            <span className="min-w-0 font-semibold">
              {name}
              {recordNumber && (
                <span className="ml-2 font-normal text-secondary">{recordNumber}</span>
              )}
            </span>
            <span className="text-sm text-secondary">{t(hasPlan ? "hasPlan" : "noPlan")}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="text-secondary">{t("none")}</p>}
      {found.length > shown.length && (
        <p className="text-sm text-secondary">
          {t("more", { count: found.length - shown.length })}
        </p>
      )}
    </div>
  );
}
