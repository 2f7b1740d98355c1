"use client";

import { useTranslations } from "use-intl";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";

/** Whether an exercise belongs to the short version. */
export function StarButton({
  name,
  mustDo,
  onToggle,
}: {
  name: string;
  mustDo: boolean;
  onToggle: () => void;
}) {
  const t = useTranslations("structure.star");
  return (
    <button
      type="button"
      aria-pressed={mustDo}
      aria-label={t("on", { name })}
      aria-keyshortcuts="s"
      title={t("title")}
      onClick={onToggle}
      className={cx(
        "flex size-target-sm shrink-0 items-center justify-center rounded-control hover:bg-paper",
        mustDo ? "text-spruce" : "text-tertiary hover:text-ink",
      )}
    >
      <Icon name="star" className={mustDo ? "fill-current" : undefined} />
    </button>
  );
}
