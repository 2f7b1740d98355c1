"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { Card } from "@/lib/ui/card";
import { FieldError } from "@/lib/ui/field-error";
import { SubmitButton } from "@/lib/ui/submit-button";
import { removeLogoAction, updateLogoAction } from "../actions";
import { LOGO_MAX_BYTES } from "../logo-bounds";

/** The clinic's logo as it is now, and a form to change it. */
export function LogoCard({ hasLogo }: { hasLogo: boolean }) {
  const t = useTranslations("clinic.settings");
  const id = useId();
  const [shown, setShown] = useState(0);
  const reload = () => setShown((n) => n + 1);

  /** The server checks again; a much larger file would not even reach it. */
  async function upload(previous: ActionState, form: FormData): Promise<ActionState> {
    const file = form.get("logo");
    if (file instanceof File && file.size > LOGO_MAX_BYTES)
      return { status: "error", fieldErrors: { logo: t("logoTooLarge") } };
    return updateLogoAction(previous, form);
  }

  return (
    <Card title={t("logoTitle")} subtitle={t("logoText")}>
      {hasLogo ? (
        // biome-ignore lint/performance/noImgElement: an authorised route, never an image cache
        <img
          src={`/api/clinic/logo?v=${shown}`}
          alt={t("logoAlt")}
          className="mb-5 max-h-24 max-w-full rounded-control border border-line bg-surface object-contain p-2"
        />
      ) : (
        <p className="mb-5 text-secondary">{t("logoNone")}</p>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <ActionForm action={upload} onDone={reload} className="min-w-0 max-w-full">
          {({ fieldErrors }) => (
            <div className="flex flex-wrap items-start gap-3">
              <div className="min-w-0 max-w-full">
                <label htmlFor={id} className="sr-only">
                  {t("logoChoose")}
                </label>
                <input
                  id={id}
                  name="logo"
                  type="file"
                  accept="image/png,image/jpeg"
                  required
                  aria-invalid={fieldErrors?.logo ? true : undefined}
                  aria-describedby={fieldErrors?.logo ? `${id}-error` : undefined}
                  className="block min-h-target w-full rounded-control border border-control bg-surface text-secondary file:mr-3 file:min-h-target file:cursor-pointer file:border-0 file:border-r file:border-line file:bg-paper file:px-4 file:font-semibold file:text-ink aria-invalid:border-clay"
                />
                <FieldError id={`${id}-error`} message={fieldErrors?.logo} />
              </div>
              <SubmitButton variant="secondary" pendingLabel={t("logoUploading")}>
                {t("logoUpload")}
              </SubmitButton>
            </div>
          )}
        </ActionForm>
        {hasLogo && (
          <ActionForm action={removeLogoAction}>
            {() => (
              <Button type="submit" variant="quiet">
                {t("logoRemove")}
              </Button>
            )}
          </ActionForm>
        )}
      </div>
    </Card>
  );
}
