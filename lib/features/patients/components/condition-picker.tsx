"use client";

import { Button } from "react-aria-components/Button";
import {
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components/ComboBox";
import { useTranslations } from "use-intl";
import { searchable } from "@/lib/domain/library/search-text";
import { CONTROL } from "@/lib/ui/field";
import { Icon } from "@/lib/ui/icon";
import type { ConditionChoice } from "../loaders";

/** Every word typed begins a word of the name, in whatever order. */
function fits(name: string, typed: string): boolean {
  const words = searchable(name).split(" ");
  return searchable(typed)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** One of the conditions that rules exist for, found by typing. */
export function ConditionPicker({
  choices,
  onChoose,
  autoFocus,
  error,
}: {
  choices: readonly ConditionChoice[];
  onChoose: (conditionId: string) => void;
  autoFocus?: boolean;
  error?: string;
}) {
  const t = useTranslations("patients.record");
  return (
    <ComboBox
      defaultItems={choices}
      defaultFilter={fits}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus={autoFocus}
      onSelectionChange={(key) => key !== null && onChoose(String(key))}
      isInvalid={Boolean(error)}
      className="min-w-0"
    >
      <Label className="mb-1.5 block font-semibold">{t("condition")}</Label>
      <div className="relative">
        <Input className={`${CONTROL} pr-11`} />
        <Button className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-secondary">
          <Icon name="chevron-down" />
        </Button>
      </div>
      <FieldError className="mt-1.5 block text-sm font-semibold text-clay">{error}</FieldError>
      <Text slot="description" className="mt-1.5 block text-sm text-secondary">
        {t("conditionHint", { count: choices.length })}
      </Text>
      <Popover
        offset={4}
        className="fade-in w-(--trigger-width) rounded-control border border-line bg-surface p-1 shadow-overlay"
      >
        <ListBox
          className="max-h-72 overflow-y-auto outline-none"
          renderEmptyState={() => <p className="px-3 py-2 text-secondary">{t("conditionNone")}</p>}
        >
          {(choice: ConditionChoice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.name}
              className="flex min-h-target-sm cursor-default items-center rounded-badge px-3 py-1.5 outline-none data-focused:bg-spruce-tint data-selected:font-semibold"
            >
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
