import { LOCALES } from "../../../../domain/plan/plan-document";
import { type FormValues, newStep } from "./form-values";

/** What was typed and not saved, and the revision that it was made from. */
export interface KeptValues {
  readonly revision: number;
  readonly values: FormValues;
}

/** As text for the browser's store. */
export const keptText = ({ revision, values }: KeptValues): string =>
  JSON.stringify({ revision, values });

/** Keys of an earlier page are given out anew on this one. */
function withNewKeys(values: FormValues): FormValues {
  const words = { ...values.words };
  for (const locale of LOCALES) {
    const { steps } = words[locale];
    words[locale] = { ...words[locale], steps: steps.map(({ text }) => newStep(text)) };
  }
  return { ...values, words };
}

/** What was kept, with steps that no other has the key of; null for anything else. */
export function readKept(text: string | null): KeptValues | null {
  if (text === null) return null;
  try {
    const { revision, values } = JSON.parse(text) as Partial<KeptValues>;
    if (typeof revision !== "number" || !values) return null;
    return { revision, values: withNewKeys(values) };
  } catch {
    return null;
  }
}
