"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Card } from "@/lib/ui/card";
import { SubmitButton } from "@/lib/ui/submit-button";
import { giveConsentAction } from "../actions";
import { PRIVACY_VERSION } from "../privacy";

/** Asks a patient, once per version of the text, to agree to how their data is kept. Needs the `account` messages. */
export function ConsentCard({ onAgreed }: { onAgreed?: () => void }) {
  const t = useTranslations("account.consent");
  const locale = useLocale();
  return (
    <Card title={t("title")}>
      <p>{t("lead")}</p>
      <p className="mt-3">
        <Link
          href="/privacy"
          target="_blank"
          className="inline-flex min-h-target items-center font-semibold text-spruce underline underline-offset-4"
        >
          {t("read")}
        </Link>
      </p>
      <ActionForm action={giveConsentAction} onDone={() => onAgreed?.()} className="mt-3">
        {() => (
          <>
            <input type="hidden" name="version" value={PRIVACY_VERSION} />
            <input type="hidden" name="locale" value={locale} />
            <SubmitButton wide size="lg" pendingLabel={t("pending")}>
              {t("agree")}
            </SubmitButton>
          </>
        )}
      </ActionForm>
      <p className="mt-4 text-sm text-secondary">{t("refuse")}</p>
    </Card>
  );
}
