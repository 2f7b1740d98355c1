"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { Checkbox } from "@/lib/ui/checkbox";
import { CopyField } from "@/lib/ui/copy-field";
import { Dialog } from "@/lib/ui/dialog";
import { Notice } from "@/lib/ui/notice";
import { SubmitButton } from "@/lib/ui/submit-button";
import { mailPlanAction } from "../actions";
import { MadeLink } from "./made-link";

interface Recipient {
  readonly patientId: string;
  readonly givenName: string;
  readonly email: string;
  /** Devices on which the patient is signed in. */
  readonly devices: number;
  readonly hasOpenLink: boolean;
}

interface Place {
  /** Where the typed code is entered, without the scheme. */
  readonly host: string;
  readonly timeZone: string;
}

type Data = Readonly<Record<string, string>>;

/** Tells the patient by e-mail that there is a plan; never what is in it. */
export function MailPlanButton({
  planId,
  to,
  place,
}: {
  planId: string;
  to: Recipient;
  place: Place;
}) {
  const t = useTranslations("handout.mail");
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<Data | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setDone(null);
  };
  return (
    <>
      <Button icon="message" aria-haspopup="dialog" onClick={() => change(true)}>
        {t("button")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title={t("title", { name: to.givenName })}
        closeLabel={t("close")}
        footer={
          done && (
            <Button variant="primary" onClick={() => change(false)}>
              {t("done")}
            </Button>
          )
        }
      >
        {done ? (
          <Answer data={done} to={to} place={place} />
        ) : (
          <MailForm planId={planId} to={to} onDone={setDone} />
        )}
      </Dialog>
    </>
  );
}

function MailForm({
  planId,
  to,
  onDone,
}: {
  planId: string;
  to: Recipient;
  onDone: (data: Data) => void;
}) {
  const t = useTranslations("handout.mail");
  const hint = [
    t("devices", { count: to.devices }),
    ...(to.hasOpenLink ? [t("endsEarlier")] : []),
  ].join(" ");
  return (
    <ActionForm action={mailPlanAction} onDone={({ data = {} }) => onDone(data)}>
      {() => (
        <>
          <input type="hidden" name="patientId" value={to.patientId} />
          <input type="hidden" name="planId" value={planId} />
          <p className="[overflow-wrap:anywhere]">
            {t.rich("to", { email: to.email, b: (words) => <strong>{words}</strong> })}
          </p>
          <p className="text-secondary">{t("says")}</p>
          <Checkbox
            name="withSignIn"
            label={t("withSignIn")}
            hint={hint}
            defaultChecked={to.devices === 0}
          />
          <SubmitButton pendingLabel={t("sending")} className="justify-self-end">
            {t("send")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function Answer({ data, to, place }: { data: Data; to: Recipient; place: Place }) {
  const t = useTranslations("handout.mail");
  if (data.email === "sent")
    return (
      <div role="status" className="[overflow-wrap:anywhere]">
        <Notice tone="spruce">{t("sent", { email: to.email })}</Notice>
      </div>
    );
  if (data.code)
    return (
      <div role="status">
        <MadeLink
          made={{
            url: data.url ?? "",
            code: data.code,
            expires: data.expires ?? "",
            email: data.email ?? "",
            qr: { d: data.qrPath ?? "", size: Number(data.qrSize) },
          }}
          givenName={to.givenName}
          {...place}
        />
      </div>
    );
  return (
    <div role="status" className="grid gap-5">
      <Notice tone="marigold">{t("failed")}</Notice>
      <CopyField
        label={t("address")}
        value={data.url ?? ""}
        copyLabel={t("copy")}
        copiedLabel={t("copied")}
      />
    </div>
  );
}
