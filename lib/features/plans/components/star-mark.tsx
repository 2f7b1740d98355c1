import type { Locale } from "../../../domain/plan/plan-document";
import { documentTranslator } from "../../../i18n/document-words";
import { cx } from "../../../ui/cx";
import { Icon } from "../../../ui/icon";

/** That an exercise belongs to the short version, in words beside the star. */
export function StarMark({ locale, className }: { locale: Locale; className?: string }) {
  return (
    <p className={cx("flex items-center gap-1.5 font-semibold text-marigold", className)}>
      <Icon name="star" className="fill-current" />
      {documentTranslator(locale)("star")}
    </p>
  );
}
