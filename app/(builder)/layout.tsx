import type { ReactNode } from "react";
import { translator } from "@/lib/i18n/translator";
import { AriaLocale } from "@/lib/ui/aria-locale";
import { SkipLink } from "@/lib/ui/skip-link";
import { ToastRegion } from "@/lib/ui/toast";

/** The builder takes the whole screen: no navigation beside it, one way back in its head. */
export default function BuilderLayout({ children }: { children: ReactNode }) {
  const t = translator("en", "clinic");
  return (
    <AriaLocale locale="en">
      <SkipLink label={t("shell.skip")} />
      {children}
      <ToastRegion label={t("shell.toasts")} dismissLabel={t("shell.dismiss")} />
    </AriaLocale>
  );
}
