import { documentTranslator } from "./document-words";
import type { Locale } from "./locale";

/** Words under the key poses of a figure: start, end, and numbers between. */
export function poseNames(poses: readonly unknown[], locale: Locale): string[] {
  const t = documentTranslator(locale);
  return poses.map((_, i) =>
    i === 0
      ? t("figure.pose.start")
      : i === poses.length - 1
        ? t("figure.pose.end")
        : t("figure.pose.between", { n: i + 1 }),
  );
}

/** What is said around a figure of that many key poses; none when there is no figure. */
export function figureWords(art: { readonly poses: readonly unknown[] } | null, locale: Locale) {
  const t = documentTranslator(locale);
  return {
    play: t("figure.play"),
    pause: t("figure.pause"),
    names: poseNames(art?.poses ?? [], locale),
  };
}
