"use client";

import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { cx } from "../../../../ui/cx";
import { LiveRegion } from "../../../../ui/live-region";
import { SearchField } from "../../../../ui/search-field";
import { SelectField } from "../../../../ui/select-field";
import type { FoundTemplate } from "../../../templates/find-templates";
import type { TemplateOrigin } from "../../../templates/queries";
import { facetWords } from "./facet-words";

export interface TemplateListProps {
  readonly found: readonly FoundTemplate[];
  readonly currentId: string | null;
  /** True when the dialog opens with it. */
  readonly autoFocus: boolean;
  readonly text: string;
  readonly region: string | null;
  /** Regions that some template has. */
  readonly regions: readonly string[];
  readonly origin: TemplateOrigin | null;
  /** Origins that some template has. */
  readonly origins: readonly TemplateOrigin[];
  readonly onOrigin: (origin: TemplateOrigin | null) => void;
  readonly onText: (text: string) => void;
  readonly onRegion: (region: string | null) => void;
  readonly onCurrent: (id: string) => void;
  /** Chosen for good: on to its exercises. */
  readonly onChoose: (id: string) => void;
}

/** Search and results; the hands stay in the field: arrows choose, Enter goes on. */
export function TemplateList(props: TemplateListProps) {
  const { found, currentId, text, region, regions } = props;
  const t = useTranslations("templates.dialog");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = found.findIndex(({ template }) => template.id === currentId);
  const optionId = (templateId: string) => `${id}-${templateId}`;

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by === undefined ? undefined : found[Math.max(0, at + by)];
    if (by !== undefined && !event.altKey) {
      event.preventDefault();
      if (next) props.onCurrent(next.template.id);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (currentId !== null && at >= 0) props.onChoose(currentId);
    }
    if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      event.stopPropagation();
      props.onText("");
    }
  };

  return (
    <div className="grid grid-cols-1 content-start gap-3">
      <SearchField
        label={t("search")}
        value={text}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={onKeyDown}
        autoFocus={props.autoFocus}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-results`}
        aria-activedescendant={at >= 0 && currentId !== null ? optionId(currentId) : undefined}
        aria-autocomplete="list"
      />
      <div className="grid grid-cols-1 gap-2">
        {props.origins.length > 1 && (
          <SelectField
            label={t("origin")}
            labelHidden
            value={props.origin ?? ""}
            onChange={(event) => {
              const origin = props.origins.find((one) => one === event.target.value);
              props.onOrigin(origin ?? null);
            }}
            placeholder={t("anyOrigin")}
            options={props.origins.map((value) => ({ value, label: t(`origins.${value}`) }))}
          />
        )}
        <SelectField
          label={t("region")}
          labelHidden
          value={region ?? ""}
          onChange={(event) => props.onRegion(event.target.value || null)}
          placeholder={t("anyRegion")}
          options={regions.map((value) => ({ value, label: facetWords(value) }))}
        />
      </div>
      <LiveRegion>{t("found", { count: found.length })}</LiveRegion>
      <div
        ref={list}
        id={`${id}-results`}
        role="listbox"
        aria-label={t("results")}
        className="grid gap-0.5"
      >
        {found.map((one) => (
          <TemplateOption
            key={one.template.id}
            id={optionId(one.template.id)}
            found={one}
            selected={one.template.id === currentId}
            onChoose={() => props.onChoose(one.template.id)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="text-secondary">{t("none")}</p>}
      <p className="text-sm text-secondary pointer-coarse:hidden">{t("hint")}</p>
    </div>
  );
}

function TemplateOption({
  id,
  found: { template, fits },
  selected,
  onChoose,
}: {
  id: string;
  found: FoundTemplate;
  selected: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("templates.dialog");
  const { exerciseCount: count, minutesPerSession: minutes } = template.burden;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onClick={onChoose}
      className={cx(
        "min-h-target cursor-pointer rounded-control border px-3 py-2",
        selected ? "border-spruce-line bg-spruce-tint" : "border-transparent hover:bg-paper",
      )}
    >
      <p className="font-semibold wrap-anywhere">{template.name}</p>
      <p className="text-sm text-secondary tabular-nums">
        {t("meta", { count, minutes })}
        {template.origin !== "ready" && ` · ${t(template.origin)}`}
      </p>
      {fits.length > 0 && (
        <p className="text-sm font-semibold text-spruce">
          {t("fits", { conditions: fits.join(", ") })}
        </p>
      )}
    </div>
  );
}
