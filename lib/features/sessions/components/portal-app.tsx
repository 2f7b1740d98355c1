"use client";

import { usePathname } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Locale } from "../../../domain/plan/plan-document";
import { MessageProvider } from "../../../i18n/message-provider";
import type { Messages } from "../../../i18n/messages";
import enCommon from "../../../i18n/messages/en/common.json" with { type: "json" };
import enPortal from "../../../i18n/messages/en/portal.json" with { type: "json" };
import esCommon from "../../../i18n/messages/es/common.json" with { type: "json" };
import esPortal from "../../../i18n/messages/es/portal.json" with { type: "json" };
import { Button, LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { PortalShell } from "../../../ui/portal-shell";
import { Skeleton } from "../../../ui/skeleton";
import { ConsentCard } from "../../account/components/consent-card";
import { HelpSheet } from "./help-sheet";
import { PlanScreen } from "./plan-screen";
import { PlayerScreen } from "./player-screen";
import { go, PortalProvider, usePortal } from "./portal-context";
import { PortalHeader } from "./portal-header";
import { ProgressScreen } from "./progress-screen";
import { TodayScreen } from "./today-screen";

/** Words of the account that the portal shows; handed in, so that the phone loads no more of them. */
export type ConsentWords = Readonly<Record<Locale, Messages["account"]["consent"]>>;

const HELP = "#help";
const PLACES: readonly string[] = ["/today", "/session", "/progress", "/plan"];

/** The whole portal: one app for its four addresses, so that moving between them needs no network. */
export function PortalApp({
  initialLocale,
  consentWords,
}: {
  initialLocale: Locale;
  consentWords: ConsentWords;
}) {
  return (
    <PortalProvider initialLocale={initialLocale}>
      <Words consentWords={consentWords}>
        <Places />
      </Words>
    </PortalProvider>
  );
}

function Words({ consentWords, children }: { consentWords: ConsentWords; children: ReactNode }) {
  const { locale, zone } = usePortal();
  const own =
    locale === "es"
      ? { common: esCommon, portal: esPortal }
      : { common: enCommon, portal: enPortal };
  const messages = { ...own, account: { consent: consentWords[locale] } } as Partial<Messages>;
  return (
    <MessageProvider locale={locale} messages={messages} timeZone={zone}>
      {children}
    </MessageProvider>
  );
}

/** Where an ordinary press on a link leads inside the portal; null for everything else. */
function placeOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = (event.target as Element).closest("a");
  if (!link || (link.target && link.target !== "_self") || link.hasAttribute("download"))
    return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin) return null;
  if (url.hash === HELP) return HELP;
  return PLACES.includes(url.pathname) ? url.pathname : null;
}

function Places() {
  const t = useTranslations("portal");
  const path = usePathname();
  const { state } = usePortal();
  const [helps, setHelps] = useState(false);

  function follow(event: MouseEvent) {
    const place = placeOf(event);
    if (place === null) return;
    event.preventDefault();
    if (place === HELP) setHelps(true);
    else go(place);
  }

  const usable = state.phase === "ready" && state.snapshot?.consent.wanted === null;
  const nav = [
    { href: "/today", label: t("nav.today"), icon: "home" as const },
    { href: "/progress", label: t("nav.progress"), icon: "chart" as const },
    { href: "/plan", label: t("nav.plan"), icon: "list" as const },
    { href: HELP, label: t("nav.help"), icon: "info" as const },
  ];
  const labels = {
    skip: t("skip"),
    nav: t("nav.label"),
    toasts: t("toasts"),
    dismiss: t("dismiss"),
  };
  const here = nav.find(({ href }) => href === path)?.label ?? t("player.title");
  useEffect(() => {
    document.title = `${here} · Carryover`;
  }, [here]);
  const plays = usable && path === "/session";
  return (
    <div onClickCapture={follow}>
      <PortalShell nav={usable && !plays ? nav : undefined} labels={labels}>
        {usable ? <Place path={path} /> : <NotYet />}
      </PortalShell>
      {usable && <HelpSheet open={helps} onClose={() => setHelps(false)} />}
    </div>
  );
}

function Place({ path }: { path: string }) {
  if (path === "/session") return <PlayerScreen />;
  if (path === "/progress") return <ProgressScreen />;
  if (path === "/plan") return <PlanScreen />;
  return <TodayScreen />;
}

/** What there is before a plan can be shown: starting, consent, signed out, nothing reached yet. */
function NotYet() {
  const t = useTranslations("portal");
  const { state, client } = usePortal();
  if (state.phase === "starting") return <Starting label={t("loading")} />;
  if (state.phase === "ready" && state.snapshot) {
    return (
      <>
        <PortalHeader title={t("greeting.hello", { name: state.snapshot.patient.givenName })} />
        <ConsentCard onAgreed={() => void client.sync()} />
      </>
    );
  }
  if (state.phase === "signed_out") return <SignedOut />;
  return (
    <>
      <h1 className="sr-only">{t("unreachable.title")}</h1>
      <EmptyState
        title={t("unreachable.title")}
        icon="offline"
        className="mt-16"
        action={
          <Button variant="primary" onClick={() => void client.sync()}>
            {t("unreachable.retry")}
          </Button>
        }
      >
        {t("unreachable.text")}
      </EmptyState>
    </>
  );
}

function SignedOut() {
  const t = useTranslations("portal.signedOut");
  const { state } = usePortal();
  const sealed = state.entries.filter((entry) => entry.state === "waiting").length;
  return (
    <section className="pt-16">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-2">{t("text")}</p>
      {sealed > 0 && <p className="mt-4 font-semibold">{t("sealed", { n: sealed })}</p>}
      <div className="mt-8 grid gap-3">
        <LinkButton href="/code" prefetch={false} variant="primary" size="lg" wide>
          {t("code")}
        </LinkButton>
        <LinkButton href="/sign-in" prefetch={false} variant="quiet" wide>
          {t("staff")}
        </LinkButton>
      </div>
    </section>
  );
}

function Starting({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="mt-2 h-9 w-56" />
      <Skeleton className="mt-6 h-44 w-full rounded-card" />
      <Skeleton className="mt-6 h-16 w-full" />
      <Skeleton className="mt-4 h-16 w-full" />
      <Skeleton className="mt-4 h-16 w-full" />
    </div>
  );
}
