"use client";

import { useTranslations } from "use-intl";
import { localDateOf } from "../../../domain/calendar/local-date";
import { longDate } from "../../../i18n/date-words";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import type { OutboxEntry } from "../offline/outbox";
import { usePortal } from "./portal-context";

/** Entries that the server refused: kept and shown with the reason until the patient has seen them. */
export function RefusedEntries() {
  const t = useTranslations("portal.refused");
  const { state, client } = usePortal();
  const refused = state.entries.filter((entry) => entry.state === "rejected");
  if (refused.length === 0) return null;
  return (
    <Notice tone="marigold" title={t("title", { n: refused.length })} className="mb-5">
      <ul className="mt-2 grid gap-4">
        {refused.map((entry) => (
          <li key={entry.id}>
            <Refused entry={entry} />
            <Button className="mt-2" onClick={() => void client.dismiss(entry.id)}>
              {t("dismiss")}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-3">{t("advice")}</p>
    </Notice>
  );
}

function Refused({ entry: { item, code } }: { entry: OutboxEntry }) {
  const t = useTranslations("portal.refused");
  const { locale } = usePortal();
  const on = localDateOf(new Date(item.occurredAt), item.zone);
  return (
    <p>
      <span className="font-semibold">{t(item.kind, { date: longDate(on, locale) })}</span>
      <br />
      {t(`reason.${code ?? "invalid"}`)}
    </p>
  );
}
