"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { type LocalDate, localDateOf } from "../../../domain/calendar/local-date";
import type { Locale } from "../../../domain/plan/plan-document";
import type { FigureArt } from "../../../figures/art";
import { chooseLocale } from "../../../i18n/choose-locale";
import { postSignOut } from "../../account/components/post-auth";
import { idbStore } from "../offline/idb-store";
import {
  createPortalClient,
  type PortalClient,
  type PortalState,
  STARTING,
} from "../offline/portal-client";
import { portalNetwork } from "../offline/portal-network";
import { memoryStore } from "../offline/portal-store";

/** What every screen of the portal holds. */
interface Portal {
  readonly client: PortalClient;
  readonly state: PortalState;
  readonly locale: Locale;
  /** This device's clock, corrected; moves on by itself. */
  readonly now: Date;
  /** The day on this device's wall. */
  readonly today: LocalDate;
  readonly zone: string;
  setLocale(locale: Locale): void;
}

const PortalContext = createContext<Portal | null>(null);

/** The portal of the screen; throws outside of it. */
export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error("outside the portal");
  return portal;
}

/** The picture with this id, from the device; null where there is none or it has not come yet. */
export function useFigure(figureId: string | null): FigureArt | null {
  return usePortal().state.figures.get(figureId ?? "") ?? null;
}

const TICK_MS = 20_000;

function useTick(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return now;
}

function newClient(): PortalClient {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return createPortalClient({
    openStore: () => idbStore().catch(() => memoryStore()),
    network: portalNetwork,
    endSession: postSignOut,
    nowMs: () => Date.now(),
    alone: async (work) => {
      if ("locks" in navigator) await navigator.locks.request("carryover-portal", work);
      else await work();
    },
    later: (work, ms) => {
      clearTimeout(timer);
      timer = setTimeout(work, ms);
    },
  });
}

function useStart(client: PortalClient) {
  useEffect(() => {
    void client.start();
    const wake = () => {
      if (document.visibilityState === "visible") void client.sync();
    };
    window.addEventListener("online", wake);
    window.addEventListener("pageshow", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      window.removeEventListener("online", wake);
      window.removeEventListener("pageshow", wake);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [client]);
}

/** Starts the portal on this device and hands it to the screens. */
export function PortalProvider({
  initialLocale,
  children,
}: {
  /** Of the browser; the device's choice and the patient's language come before it. */
  initialLocale: Locale;
  children: ReactNode;
}) {
  const [client] = useState(newClient);
  const state = useSyncExternalStore(client.subscribe, client.state, () => STARTING);
  const tick = useTick();
  useStart(client);
  const locale = state.locale ?? state.snapshot?.patient.language ?? initialLocale;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const portal = useMemo<Portal>(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const now = new Date(tick + state.skewMs);
    return {
      client,
      state,
      locale,
      now,
      today: localDateOf(now, zone),
      zone,
      setLocale(next) {
        void client.setLocale(next);
        const form = new FormData();
        form.set("locale", next);
        // Only for the pages around the portal; the device's own memory is what counts here.
        chooseLocale(form).catch(() => {});
      },
    };
  }, [client, state, locale, tick]);
  return <PortalContext value={portal}>{children}</PortalContext>;
}

/** Goes to another place of the portal without asking the server, so that it works offline. */
export function go(path: string): void {
  window.history.pushState(null, "", path);
  window.scrollTo(0, 0);
  document.getElementById("main")?.focus({ preventScroll: true });
}
