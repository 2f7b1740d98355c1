"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { Checkbox } from "@/lib/ui/checkbox";
import { Dialog } from "@/lib/ui/dialog";
import { SubmitButton } from "@/lib/ui/submit-button";
import { createSignInLinkAction } from "../actions";
import type { HandOutWords } from "../hand-out-words";
import { HandOutSheet } from "./hand-out-sheet";
import { type Made, MadeLink } from "./made-link";

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
