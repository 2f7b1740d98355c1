"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { momentWords } from "@/lib/i18n/moment-words";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { Checkbox } from "@/lib/ui/checkbox";
import { CopyField } from "@/lib/ui/copy-field";
import { Dialog } from "@/lib/ui/dialog";
import { Notice } from "@/lib/ui/notice";
import { SubmitButton } from "@/lib/ui/submit-button";
import { createSignInLinkAction } from "../actions";
import type { HandOutWords } from "../hand-out-words";
import { HandOutSheet, QrCode, type QrSquare } from "./hand-out-sheet";

interface Made {
  readonly url: string;
  readonly code: string;
  readonly expires: string;
  readonly email: string;
  readonly qr: QrSquare;
}

/** Makes a sign-in link and shows link, QR code and typed code, once. */
export function SignInLinkButton({
  patientId,
  givenName,
  canEmail,
  hasOpenLink,
  host,
  timeZone,
  handOut,
}: {
  patientId: string;
  givenName: string;
  canEmail: boolean;
  hasOpenLink: boolean;
  /** Where the typed code is entered, without the scheme. */
  host: string;
  timeZone: string;
  handOut: HandOutWords;
}) {
  const t = useTranslations("clinic.access");
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const label = t(hasOpenLink ? "createAgain" : "create");

  function change(next: boolean) {
    setOpen(next);
    if (next) setMade(null);
  }

  return (
    <>
      <Button icon="phone" aria-haspopup="dialog" onClick={() => change(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title={made ? t("linkTitle", { name: givenName }) : label}
        closeLabel={t("close")}
        footer={
          made && (
            <>
              <Button icon="print" onClick={() => window.print()}>
                {t("print")}
              </Button>
              <Button variant="primary" onClick={() => change(false)}>
                {t("done")}
              </Button>
            </>
          )
        }
      >
        {made ? (
          <MadeLink made={made} givenName={givenName} host={host} timeZone={timeZone} />
        ) : (
          <CreateForm
            patientId={patientId}
            canEmail={canEmail}
            hasOpenLink={hasOpenLink}
            onMade={setMade}
          />
        )}
      </Dialog>
      {open && made && <HandOutSheet words={handOut} qr={made.qr} code={made.code} />}
    </>
  );
}

function CreateForm({
  patientId,
  canEmail,
  hasOpenLink,
  onMade,
}: {
  patientId: string;
  canEmail: boolean;
  hasOpenLink: boolean;
  onMade: (made: Made) => void;
}) {
  const t = useTranslations("clinic.access");
  return (
    <ActionForm
      action={createSignInLinkAction}
      onDone={({ data = {} }) =>
        onMade({
          url: data.url ?? "",
          code: data.code ?? "",
          expires: data.expires ?? "",
          email: data.email ?? "",
          qr: { d: data.qrPath ?? "", size: Number(data.qrSize) },
        })
      }
    >
      {() => (
        <>
          <input type="hidden" name="patientId" value={patientId} />
          <p>{t("createText")}</p>
          {hasOpenLink && <p className="text-secondary">{t("createAgainHint")}</p>}
          {canEmail && <Checkbox name="sendEmail" label={t("sendEmail")} />}
          <SubmitButton pendingLabel={t("creating")} className="justify-self-end">
            {t("create")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function MadeLink({
  made,
  givenName,
  host,
  timeZone,
}: {
  made: Made;
  givenName: string;
  host: string;
  timeZone: string;
}) {
  const t = useTranslations("clinic.access");
  const until = momentWords(new Date(made.expires), "en", timeZone);
  return (
    <div className="grid gap-5">
      {made.email === "sent" && <Notice tone="spruce">{t("emailSent")}</Notice>}
      {made.email === "failed" && <Notice tone="marigold">{t("emailFailed")}</Notice>}
      <p>{t("linkOnce", { name: givenName, until })}</p>
      <div className="flex flex-wrap items-center gap-6">
        <QrCode qr={made.qr} label={t("qrAlt")} className="size-44" />
        <div>
          <p className="text-secondary">{t("code")}</p>
          <p className="text-3xl font-bold tracking-wider tabular-nums">{made.code}</p>
          <p className="text-secondary">{t("codeAt", { address: `${host}/code` })}</p>
        </div>
      </div>
      <CopyField
        label={t("link")}
        value={made.url}
        copyLabel={t("copy")}
        copiedLabel={t("copied")}
      />
    </div>
  );
}
