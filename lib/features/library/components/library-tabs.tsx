import { translator } from "@/lib/i18n/translator";
import { TabsNav } from "@/lib/ui/tabs-nav";

const t = translator("en", "library.tabs");

/** The parts of the library, on the first page of each. */
export function LibraryTabs() {
  return (
    <TabsNav
      label={t("label")}
      tabs={[
        { href: "/library", label: t("exercises"), exact: true },
        { href: "/library/templates", label: t("templates") },
        { href: "/library/advice", label: t("advice") },
      ]}
    />
  );
}
