import type { ReactNode } from "react";
import { translator } from "@/lib/i18n/translator";
import { ClinicShell } from "@/lib/ui/clinic-shell";
import { SignOutButton } from "../../account/components/sign-out-button";
import { loadClinicFrame } from "../loaders";

/** The frame around every page of the clinic; `full` leaves the whole room to the page (builder). */
export async function ClinicFrame({
  layout,
  children,
}: {
  layout?: "page" | "full";
  children: ReactNode;
}) {
  const { clinicName, userName, mayManage } = await loadClinicFrame();
  const t = translator("en", "clinic.shell");
  const account = translator("en", "account.signOut");
  return (
    <ClinicShell
      locale="en"
      name={translator("en", "common")("product")}
      homeHref="/caseload"
      nav={[
        { href: "/caseload", label: t("caseload") },
        { href: "/library", label: t("library") },
      ]}
      settings={mayManage ? { href: "/settings", label: t("settings") } : undefined}
      user={{ name: userName, detail: clinicName, href: "/account" }}
      userActions={<SignOutButton label={account("label")} failed={account("failed")} />}
      labels={{
        skip: t("skip"),
        nav: t("nav"),
        openMenu: t("openMenu"),
        closeMenu: t("closeMenu"),
        toasts: t("toasts"),
        dismiss: t("dismiss"),
      }}
      layout={layout}
    >
      {children}
    </ClinicShell>
  );
}
