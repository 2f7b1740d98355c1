"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { LiveRegion } from "../../../../ui/live-region";
import { SearchField } from "../../../../ui/search-field";
import type { TemplatePatient } from "../../../templates/actions";
import type { PlanEntry } from "../../plan-set-queries";

/** More names than this are no choice; typing narrows them. */
const MOST_SHOWN = 8;

export interface PlanListProps {
  readonly text: string;
  /** This patient's. */
  readonly givenName: string;
  /** Whose plans are listed; null: this patient's. */
  readonly other: TemplatePatient | null;
  /** Who fits what is typed; null: nothing is typed, plans are listed. */
  readonly people: readonly TemplatePatient[] | null;
  readonly plans: readonly (PlanEntry & { readonly says: string })[];
  readonly currentId: string | null;
  /** In place of the list while it has not come. */
  readonly waiting: ReactNode;
  readonly onText: (text: string) => void;
  /** Null: back to this patient. */
  readonly onPerson: (person: TemplatePatient | null) => void;
  readonly onCurrent: (planId: string) => void;
  /** Chosen for good: on to its exercises. */
  readonly onChoose: (planId: string) => void;
}

interface Option {
  readonly id: string;
  readonly name: string;
  readonly says: string | null;
  readonly person: TemplatePatient | null;
}

function optionsOf({ people, plans }: PlanListProps, count: (n: number) => string): Option[] {
  if (people)
    return people
      .slice(0, MOST_SHOWN)
      .map((person) => ({ id: person.id, name: person.name, says: person.recordNumber, person }));
  return plans.map(({ planId, title, exerciseCount, says }) => ({
    id: planId,
    name: title,
    says: `${count(exerciseCount)} · ${says}`,
    person: null,
  }));
}

/** This patient's plans, or people while a name is typed; the hands stay in the field. */
export function PlanList(props: PlanListProps) {
  const { text, givenName, other, people, waiting, onText, onPerson } = props;
  const t = useTranslations("templates.plans");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const options = optionsOf(props, (count) => t("count", { count }));
  const place = people
    ? Math.min(at, options.length - 1)
    : options.findIndex((one) => one.id === props.currentId);
  const current = options[place] ?? null;

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });

  const choose = ({ id: chosen, person }: Option) => {
    setAt(0);
    if (person) onPerson(person);
    else props.onChoose(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && !event.altKey) {
      event.preventDefault();
      const next = Math.min(options.length - 1, Math.max(0, place + by));
      setAt(next);
      const option = options[next];
      if (option && !option.person) props.onCurrent(option.id);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (current) choose(current);
    }
    if (event.key === "Escape" && (text !== "" || other)) {
      event.preventDefault();
      event.stopPropagation();
      if (text !== "") onText("");
      else onPerson(null);
    }
  };
  const title = people ? t("people") : t("own", { name: other?.name ?? givenName });
  return (
    <div className="grid grid-cols-1 content-start gap-3">
      <SearchField
        label={t("search")}
        value={text}
        onChange={(event) => {
          setAt(0);
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-results`}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        aria-autocomplete="list"
      />
      <h3 className="text-sm wrap-anywhere text-secondary">{title}</h3>
      {waiting}
      {waiting === null && <LiveRegion>{t("found", { count: options.length })}</LiveRegion>}
      <div
        ref={list}
        id={`${id}-results`}
        role="listbox"
        aria-label={t("results")}
        className={cx("grid gap-0.5", waiting !== null && "hidden")}
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys, as in every combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            aria-selected={option === current}
            onClick={() => choose(option)}
            className={cx(
              "min-h-target cursor-pointer rounded-control border px-3 py-2",
              option === current
                ? "border-spruce-line bg-spruce-tint"
                : "border-transparent hover:bg-paper",
            )}
          >
            <p className="font-semibold wrap-anywhere">{option.name}</p>
            {option.says && <p className="text-sm text-secondary tabular-nums">{option.says}</p>}
          </div>
        ))}
      </div>
      {waiting === null && options.length === 0 && <Nothing {...props} />}
      {people && people.length > MOST_SHOWN && (
        <p className="text-sm text-secondary">{t("more", { count: people.length - MOST_SHOWN })}</p>
      )}
      {other && !people && (
        <div className="-ml-3">
          <Button variant="quiet" size="sm" icon="chevron-left" onClick={() => onPerson(null)}>
            {t("back", { name: givenName })}
          </Button>
        </div>
      )}
      <p className="text-sm text-secondary pointer-coarse:hidden">{t("hint")}</p>
    </div>
  );
}

function Nothing({ people, other, givenName }: PlanListProps) {
  const t = useTranslations("templates.plans");
  const words = other ? t("ofNone", { name: other.name }) : t("ownNone", { name: givenName });
  return <p className="text-secondary">{people ? t("nobody") : words}</p>;
}
