"use client";

import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button";
import { Checkbox } from "../../../ui/checkbox";
import type { SavedPlan } from "./save-template-dialog";

/** What of the words for the patient goes into the template. */
export interface WordsTaken {
  readonly cues: boolean;
  readonly cautions: boolean;
  readonly note: boolean;
}

type Chosen = ReadonlySet<string>;

/** The exercises of the plan, each to be kept or left. */
export function SavedLines({
  plan: { lines },
  chosen,
  onChosen,
}: {
  plan: SavedPlan;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
}) {
  const t = useTranslations("templates.save");
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{t("lines")}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p aria-live="polite" className="text-sm text-secondary tabular-nums">
          {t("chosen", { count: chosen.size })}
        </p>
        <span className="-mx-3 flex">
          <Button
            variant="quiet"
            size="sm"
            onClick={() => onChosen(new Set(lines.map(({ lineId }) => lineId)))}
          >
            {t("all")}
          </Button>
          <Button variant="quiet" size="sm" onClick={() => onChosen(new Set())}>
            {t("none")}
          </Button>
        </span>
      </div>
      <div className="divide-y divide-line border-y border-line">
        {lines.map(({ lineId, name, dose }) => (
          <Checkbox
            key={lineId}
            checked={chosen.has(lineId)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(lineId);
              else next.delete(lineId);
              onChosen(next);
            }}
            label={<span className="font-semibold wrap-anywhere">{name}</span>}
            hint={<span className="tabular-nums">{dose}</span>}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Cues, cautions and note: what was written for one patient stays behind unless it is chosen. */
export function SavedWords({
  plan: { lines, note, language },
  chosen,
  takes,
  onTakes,
}: {
  plan: SavedPlan;
  chosen: Chosen;
  takes: WordsTaken;
  onTakes: (takes: WordsTaken) => void;
}) {
  const t = useTranslations("templates.save");
  const editor = useTranslations("templates.editor");
  const kept = lines.filter(({ lineId }) => chosen.has(lineId));
  const cues = kept.filter(({ cue }) => cue !== null).length;
  const cautions = kept.filter(({ caution }) => caution !== null);
  const inLanguage = t("language", { language: editor(`language.${language}`) });
  return (
    <div className="grid grid-cols-1 gap-1">
      <Checkbox
        checked={takes.cues && cues > 0}
        disabled={cues === 0}
        onChange={(event) => onTakes({ ...takes, cues: event.target.checked })}
        label={t("cues", { count: cues })}
        hint={cues > 0 && inLanguage}
      />
      <Checkbox
        checked={takes.cautions && cautions.length > 0}
        disabled={cautions.length === 0}
        onChange={(event) => onTakes({ ...takes, cautions: event.target.checked })}
        label={t("cautions", { count: cautions.length })}
        hint={
          cautions.length > 0 && (
            <>
              <span className="block">{t("cautionsHint")}</span>
              {cautions.map(({ lineId, name, caution }) => (
                <span key={lineId} dir="auto" className="block text-ink wrap-anywhere">
                  {name}: {caution}
                </span>
              ))}
            </>
          )
        }
      />
      <Checkbox
        checked={takes.note && note !== null}
        disabled={note === null}
        onChange={(event) => onTakes({ ...takes, note: event.target.checked })}
        label={t(note === null ? "noNote" : "note")}
        hint={
          note !== null && (
            <>
              <span className="block">{t("noteHint")}</span>
              <span
                lang={language}
                dir="auto"
                className="block wrap-anywhere whitespace-pre-line text-ink"
              >
                {note}
              </span>
            </>
          )
        }
      />
    </div>
  );
}
