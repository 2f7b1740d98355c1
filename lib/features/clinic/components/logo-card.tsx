"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { ActionState } from "@/lib/errors/action-state";
import { ActionForm } from "@/lib/ui/action-form";
import { Button } from "@/lib/ui/button";
import { Card } from "@/lib/ui/card";
import { cx } from "@/lib/ui/cx";
import { FieldError } from "@/lib/ui/field-error";
import { SubmitButton } from "@/lib/ui/submit-button";
import { removeLogoAction, updateLogoAction } from "../actions";
import { LOGO_MAX_BYTES } from "../logo-bounds";

/** What stands beside the logo at the head of a plan. */
interface PrintedClinic {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** The clinic's logo as it is now, and a form to change it. */
export function LogoCard({ hasLogo, clinic }: { hasLogo: boolean; clinic: PrintedClinic }) {
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
      <Printed src={hasLogo ? `/api/clinic/logo?v=${shown}` : null} clinic={clinic} />
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

/** The head of a printed plan in its own measures: the logo, the name and how to reach the clinic. */
function Printed({ src, clinic }: { src: string | null; clinic: PrintedClinic }) {
  const t = useTranslations("clinic.settings");
  return (
    <figure className="mb-5">
      <figcaption className="mb-1.5 text-sm text-secondary">
        {t(src ? "logoPrinted" : "logoNone")}
      </figcaption>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 rounded-control border border-line bg-surface p-4">
        <div className="min-w-0 max-w-full">
          {src && (
            // biome-ignore lint/performance/noImgElement: an authorised route, never an image cache
            <img
              src={src}
              alt={t("logoAlt")}
              className="max-h-[34pt] max-w-[min(190pt,100%)] object-contain object-left"
            />
          )}
          <p
            className={cx(
              "font-bold text-spruce [overflow-wrap:anywhere]",
              src ? "mt-[4pt] text-[11pt]" : "text-[13pt]",
            )}
          >
            {clinic.name}
          </p>
        </div>
        <p className="min-w-0 text-[9.5pt] text-secondary whitespace-pre-line [overflow-wrap:anywhere] sm:text-right">
          {[clinic.phone, clinic.address].filter(Boolean).join("\n")}
        </p>
      </div>
    </figure>
  );
}
