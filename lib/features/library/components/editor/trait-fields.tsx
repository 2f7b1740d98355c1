"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { searchable } from "../../../../domain/library/search-text";
import { Card } from "../../../../ui/card";
import { Checkbox } from "../../../../ui/checkbox";
import { Chip } from "../../../../ui/chip";
import { Icon } from "../../../../ui/icon";
import { SearchField } from "../../../../ui/search-field";
import type { CopySource, TraitChoice } from "../../edit-queries";
import { useEditorForm } from "./form-context";

/** Groups by the beginning of a trait's id. */
const GROUPS = {
  position: ["pos_"],
  neck: ["cerv_"],
  back: ["thor_", "lumb_", "traction_"],
  hip: ["hip_"],
  knee: ["knee_", "ankle_"],
  arm: ["sh_", "wrist_"],
  effort: ["load_", "stretch_", "aerobic_"],
} as const;
type Group = keyof typeof GROUPS;
/** Conditions named under a trait; the rest are counted. */
const NAMED = 3;

const inGroup = (group: Group, { id }: TraitChoice) =>
  GROUPS[group].some((mark) => id.startsWith(mark));

/** Every word typed begins a word of the trait or of a condition that it matters with. */
function fits({ label, conditions }: TraitChoice, typed: string): boolean {
  const words = searchable([label, ...conditions].join(" ")).split(" ");
  return searchable(typed)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** What it does to the body: the precaution check compares it with the patient's conditions. */
export function TraitFields({
  traits,
  source,
}: {
  traits: readonly TraitChoice[];
  source: CopySource | null;
}) {
  const t = useTranslations("library.editor.traits");
  const { values, change, errorOf } = useEditorForm();
  const [typed, setTyped] = useState("");
  const chosen = values.traits;
  const toggle = (id: string) =>
    change("traits", {
      traits: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
      noTraits: false,
    });
  const conditionWords = ({ conditions }: TraitChoice) =>
    conditions.length === 0
      ? t("noConditions")
      : t("conditions", {
          names: conditions.slice(0, NAMED).join(", "),
          more: Math.max(0, conditions.length - NAMED),
        });
  const row = (trait: TraitChoice) => (
    <Checkbox
      key={trait.id}
      checked={chosen.includes(trait.id)}
      onChange={() => toggle(trait.id)}
      label={trait.label}
      hint={conditionWords(trait)}
    />
  );
  const found = traits.filter((trait) => fits(trait, typed));
  return (
    <Card title={t("title")} subtitle={t("lead")}>
      {source && chosen.length > 0 && (
        <p className="mb-3 text-secondary">{t("copied", { name: source.name })}</p>
      )}
      {chosen.length > 0 && (
        <ul aria-label={t("chosen")} className="mb-3 flex flex-wrap gap-2">
          {traits
            .filter(({ id }) => chosen.includes(id))
            .map(({ id, label }) => (
              <li key={id}>
                <Chip selected onClick={() => toggle(id)}>
                  {label}
                </Chip>
              </li>
            ))}
        </ul>
      )}
      <Checkbox
        checked={values.noTraits}
        disabled={chosen.length > 0}
        error={errorOf("noTraits") ?? errorOf("traits")}
        onChange={() => change("traits", { noTraits: !values.noTraits })}
        label={t("none")}
        hint={chosen.length > 0 ? t("noneBlocked") : t("noneHint")}
      />
      <SearchField
        label={t("search")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="mt-2 mb-3"
      />
      {typed.trim() === "" ? (
        (Object.keys(GROUPS) as Group[]).map((group) => {
          const own = traits.filter((trait) => inGroup(group, trait));
          const count = own.filter(({ id }) => chosen.includes(id)).length;
          return (
            <details key={group} className="group border-t border-line">
              <summary className="flex min-h-target items-center gap-2 rounded-control py-1">
                <Icon
                  name="chevron-right"
                  className="text-secondary transition-transform group-open:rotate-90"
                />
                <span className="flex-1 font-semibold">{t(`groups.${group}`)}</span>
                <span className="text-sm text-secondary tabular-nums">
                  {t("counts", { count, total: own.length })}
                </span>
              </summary>
              <div className="grid gap-x-6 pb-3 sm:grid-cols-2">{own.map(row)}</div>
            </details>
          );
        })
      ) : found.length === 0 ? (
        <p className="text-secondary">{t("notFound", { text: typed.trim() })}</p>
      ) : (
        <div className="grid gap-x-6 sm:grid-cols-2">{found.map(row)}</div>
      )}
    </Card>
  );
}
