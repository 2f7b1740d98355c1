"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { LOCALES } from "../../../domain/plan/plan-document";
import { Button } from "../../../ui/button";
import { Segmented } from "../../../ui/segmented";
import { Sheet } from "../../../ui/sheet";
import { usePortal } from "./portal-context";

/** Language, where the entries are, and signing out: everything about this phone. */
export function DeviceSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("portal");
  const common = useTranslations("common");
  const { locale, setLocale } = usePortal();
  return (
    <Sheet open={open} onClose={onClose} title={t("more.title")} closeLabel={common("close")}>
      <div className="grid grid-cols-1 gap-7 pb-2">
        <Segmented
          wide
          name="portal-language"
          label={t("more.language")}
          value={locale}
          onChange={(value) => {
            const chosen = LOCALES.find((each) => each === value);
            if (chosen) setLocale(chosen);
          }}
          options={LOCALES.map((each) => ({ value: each, label: t(`more.${each}`) }))}
        />
        <SyncText />
        <p>
          <a
            href="/privacy"
            className="inline-flex min-h-target items-center text-spruce underline underline-offset-4"
          >
            {t("more.privacy")}
          </a>
        </p>
        <SignOut />
      </div>
    </Sheet>
  );
}

function SyncText() {
  const t = useTranslations("portal.sync");
  const { state, client } = usePortal();
  const waiting = state.entries.filter((entry) => entry.state === "waiting").length;
  return (
    <section>
      <h3 className="text-base">{t("title")}</h3>
      {!state.durable && <p className="mt-1">{t("notKeptText")}</p>}
      {waiting > 0 && <p className="mt-1">{t("waitingText", { n: waiting })}</p>}
      {waiting === 0 && state.reached !== false && <p className="mt-1">{t("sentText")}</p>}
      {state.reached === false && <p className="mt-1">{t("offlineText")}</p>}
      {state.outdated && <p className="mt-1">{t("outdatedText")}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {(waiting > 0 || state.reached === false) && (
          <Button onClick={() => void client.sync()}>{t("tryNow")}</Button>
        )}
        {state.outdated && <Button onClick={() => window.location.reload()}>{t("reload")}</Button>}
      </div>
    </section>
  );
}

/** Signs out; asks first when something would be left behind. */
function SignOut() {
  const t = useTranslations("portal.more");
  const { state, client } = usePortal();
  const [asks, setAsks] = useState(false);
  const [pending, setPending] = useState(false);
  const waiting = state.entries.filter((entry) => entry.state === "waiting").length;

  async function signOut() {
    setPending(true);
    await client.signOut();
  }

  if (!asks) {
    return (
      <div>
        <p className="mb-2 text-sm text-secondary">{t("signOutText")}</p>
        <Button
          wide
          pending={pending}
          onClick={() => (waiting > 0 || state.draft ? setAsks(true) : void signOut())}
        >
          {t("signOut")}
        </Button>
      </div>
    );
  }
  return (
    <div role="alert">
      {waiting > 0 && <p className="font-semibold">{t("signOutWaiting", { n: waiting })}</p>}
      {state.draft && <p className="font-semibold">{t("signOutDraft")}</p>}
      <div className="mt-3 grid gap-2">
        <Button wide variant="primary" onClick={() => setAsks(false)}>
          {t("keep")}
        </Button>
        <Button wide variant="danger" pending={pending} onClick={() => void signOut()}>
          {t("signOutNow")}
        </Button>
      </div>
    </div>
  );
}
