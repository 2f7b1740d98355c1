import { ADVICE_KINDS } from "../../../domain/plan/plan-document";
import { translator } from "../../../i18n/translator";
import { ChipLink, ChipRow } from "../../../ui/chip";
import type { AdvicePage } from "../loaders";

const t = translator("en", "advice");
const words = translator("en", "plans.builder.advice");

/** Kinds as links; the chosen one leads back to all. */
export function AdviceKinds({ kind, counts }: Pick<AdvicePage, "kind" | "counts">) {
  return (
    <ChipRow label={t("kinds")}>
      {ADVICE_KINDS.map((each) => (
        <ChipLink
          key={each}
          href={each === kind ? "/library/advice" : `/library/advice?kind=${each}`}
          selected={each === kind}
          count={counts[each]}
        >
          {words(`kind.${each}`)}
        </ChipLink>
      ))}
    </ChipRow>
  );
}
