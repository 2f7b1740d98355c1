import "server-only";
import { requireClinic } from "../../auth/viewer";
import { ADVICE_KINDS, type AdviceKind } from "../../domain/plan/plan-document";
import { type LibraryAdvice, libraryAdvice } from "./queries";

/** The library's advice of the kind that the address asks for; an unknown one asks for all. */
export interface AdvicePage {
  readonly kind: AdviceKind | null;
  readonly counts: Readonly<Record<AdviceKind, number>>;
  readonly items: readonly LibraryAdvice[];
}

/** All advice on offer, or one kind of it. */
export async function loadAdvice(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Promise<AdvicePage> {
  const items = await libraryAdvice(await requireClinic("view-library"));
  const kind = ADVICE_KINDS.find((each) => each === query.kind) ?? null;
  const count = (of: AdviceKind) => items.filter((item) => item.kind === of).length;
  return {
    kind,
    counts: Object.fromEntries(
      ADVICE_KINDS.map((each) => [each, count(each)]),
    ) as AdvicePage["counts"],
    items: kind === null ? items : items.filter((item) => item.kind === kind),
  };
}
