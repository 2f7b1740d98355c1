import { translator } from "../../i18n/translator";

/** Words of the sheet a patient takes home. */
export interface HandOutWords {
  readonly lang: string;
  readonly clinicName: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly codeLabel: string;
  readonly note: string;
}

/** The sheet's words in the patient's language; `host` is where codes are typed, without the scheme. */
export function handOutWords(view: {
  language: "en" | "es";
  givenName: string;
  clinicName: string;
  host: string;
}): HandOutWords {
  const t = translator(view.language, "account.handOut");
  return {
    lang: view.language,
    clinicName: view.clinicName,
    title: t("title", { name: view.givenName }),
    steps: [t("scan"), t("orType", { address: `${view.host}/code` }), t("birthDate")],
    codeLabel: t("code"),
    note: t("note"),
  };
}
