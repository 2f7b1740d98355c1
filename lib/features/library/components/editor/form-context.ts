"use client";

import { createContext, useContext } from "react";
import type { FormValues } from "./form-values";

/** The form as its parts see it. */
export interface EditorForm {
  readonly values: FormValues;
  /** Changes some values; what was said of `path` no longer stands. */
  readonly change: (path: string, to: Partial<FormValues>) => void;
  /** What the server said of a field, or of one within it. */
  readonly errorOf: (path: string) => string | undefined;
}

const Context = createContext<EditorForm | null>(null);
export const EditorFormProvider = Context.Provider;

/** The form around a part of it. */
export function useEditorForm(): EditorForm {
  const form = useContext(Context);
  if (!form) throw new Error("outside of the exercise form");
  return form;
}
