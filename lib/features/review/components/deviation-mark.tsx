import type { Deviation } from "../../../domain/session/deviation";
import { translator } from "../../../i18n/translator";
import { Icon } from "../../../ui/icon";

const t = translator("en", "review.done");

/** Marks a dose that was not the prescribed one; nothing where it was, or where nothing is known. */
export function DeviationMark({ dose }: { dose: Deviation["dose"] }) {
  if (dose !== "less" && dose !== "more") return null;
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap text-marigold">
      <Icon name={dose === "less" ? "arrow-down" : "arrow-up"} className="!size-[0.95em]" />
      {t(dose)}
    </span>
  );
}
