"use client";

import { useTranslations } from "use-intl";
import { stopText } from "../../../i18n/document-words";
import { buttonClass } from "../../../ui/button";
import { cx } from "../../../ui/cx";
import { Icon } from "../../../ui/icon";
import { Sheet } from "../../../ui/sheet";
import { usePortal } from "./portal-context";

const EDGE = { emergency: "border-clay", urgent: "border-clay", stop: "border-marigold" } as const;
const TITLE = { emergency: "text-clay", urgent: "text-clay", stop: "text-marigold" } as const;

function dial(number: string): string {
  return `tel:${number.replace(/[^\d+*#]/g, "")}`;
}

/** What to stop for, whom to call and what to say; from the device, so that it is there offline. */
export function StopAdvice() {
  const t = useTranslations("portal.help");
  const { state, locale } = usePortal();
  const clinic = state.snapshot?.clinic;
  if (!clinic) return null;
  const words = stopText(locale, clinic);
  return (
    <div className="grid grid-cols-1 gap-6 break-words">
      {words.advice.map(({ kind, title, signs, say }) => (
        <section key={kind} className={cx("border-l-4 pl-4", EDGE[kind])}>
          <h3 className={cx("text-lg", TITLE[kind])}>{title}</h3>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
          <p className="mt-2 text-secondary">{say}</p>
          {kind === "emergency" && (
            <a
              href={dial(clinic.emergencyNumber)}
              className={cx(buttonClass({ variant: "danger", wide: true }), "mt-3")}
            >
              <Icon name="phone" />
              {t("call", { number: clinic.emergencyNumber })}
            </a>
          )}
          {kind === "stop" && clinic.phone && (
            <a
              href={dial(clinic.phone)}
              className={cx(buttonClass({ variant: "secondary", wide: true }), "mt-3")}
            >
              <Icon name="phone" />
              {t("callClinic", { name: clinic.name })}
            </a>
          )}
        </section>
      ))}
      <p className="font-semibold">{words.notWatched}</p>
    </div>
  );
}

/** The stop and emergency text, one tap from anywhere. */
export function HelpSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("portal.help.title")}
      closeLabel={t("common.close")}
    >
      <StopAdvice />
    </Sheet>
  );
}
