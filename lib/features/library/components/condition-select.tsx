"use client";

import { useRouter } from "next/navigation";
import { SelectField } from "@/lib/ui/select-field";
import type { LibraryChoice } from "../loaders";
import { libraryHref } from "./library-href";

/** Which condition the exercises were used for. */
export function ConditionSelect({
  choice,
  conditions,
  label,
  placeholder,
}: {
  choice: LibraryChoice;
  conditions: readonly { readonly id: string; readonly name: string }[];
  label: string;
  placeholder: string;
}) {
  const router = useRouter();
  return (
    <SelectField
      label={label}
      labelHidden
      className="w-full sm:w-80"
      placeholder={placeholder}
      value={choice.conditionId ?? ""}
      options={conditions.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) =>
        router.replace(libraryHref({ ...choice, conditionId: event.target.value || null }), {
          scroll: false,
        })
      }
    />
  );
}
