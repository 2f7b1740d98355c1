"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { momentWords } from "@/lib/i18n/moment-words";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { CopyField } from "@/lib/ui/copy-field";
import { Dialog } from "@/lib/ui/dialog";
import { RadioGroup } from "@/lib/ui/radio-group";
import { SubmitButton } from "@/lib/ui/submit-button";
import { TextField } from "@/lib/ui/text-field";
import { inviteStaffAction } from "../actions";

const ROLES = ["therapist", "front_desk", "owner"] as const;

interface Made {
  readonly url: string;
  readonly name: string;
  readonly expires: string;
}

/** Opens the invitation form and afterwards shows its link, once. */
export function InviteButton({ days, timeZone }: { days: number; timeZone: string }) {
  const t = useTranslations("clinic");
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);

  function change(next: boolean) {
    setOpen(next);
    if (next) setMade(null);
  }

  return (
    <>
      <Button variant="primary" icon="plus" aria-haspopup="dialog" onClick={() => change(true)}>
        {t("staff.invite")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title={made ? t("staff.linkReadyTitle", { name: made.name }) : t("staff.inviteTitle")}
        closeLabel={t("staff.close")}
      >
        {made ? (
          <Ready made={made} timeZone={timeZone} onDone={() => change(false)} />
        ) : (
          <InviteForm days={days} onMade={setMade} />
        )}
      </Dialog>
    </>
  );
}

function InviteForm({ days, onMade }: { days: number; onMade: (made: Made) => void }) {
  const t = useTranslations("clinic");
  return (
    <ActionForm
      action={inviteStaffAction}
      onDone={({ data }) =>
        onMade({ url: data?.url ?? "", name: data?.name ?? "", expires: data?.expires ?? "" })
      }
    >
      {({ values, fieldErrors: errors }) => (
        <>
          <p className="text-secondary">{t("staff.inviteText", { days })}</p>
          <TextField
            name="name"
            label={t("staff.name")}
            autoComplete="off"
            defaultValue={values?.name}
            error={errors?.name}
          />
          <TextField
            name="email"
            type="email"
            label={t("staff.email")}
            hint={t("staff.emailHint")}
            autoComplete="off"
            autoCapitalize="none"
            defaultValue={values?.email}
            error={errors?.email}
          />
          <RadioGroup
            name="role"
            label={t("staff.role")}
            options={ROLES.map((value) => ({
              value,
              label: t(`roles.${value}`),
              hint: t(`roleHints.${value}`),
            }))}
            defaultValue={values?.role}
            error={errors?.role}
          />
          <SubmitButton pendingLabel={t("staff.creating")} className="justify-self-end">
            {t("staff.createInvitation")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function Ready({ made, timeZone, onDone }: { made: Made; timeZone: string; onDone: () => void }) {
  const t = useTranslations("clinic.staff");
  const date = momentWords(new Date(made.expires), "en", timeZone);
  return (
    <div className="grid gap-5">
      <p>{t("linkReadyText", { date })}</p>
      <CopyField
        label={t("linkLabel")}
        value={made.url}
        copyLabel={t("copy")}
        copiedLabel={t("copied")}
      />
      <Button variant="primary" onClick={onDone} className="justify-self-end">
        {t("done")}
      </Button>
    </div>
  );
}
