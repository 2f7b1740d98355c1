import type { Locale } from "./locale";
import enAccount from "./messages/en/account.json" with { type: "json" };
import enAdvice from "./messages/en/advice.json" with { type: "json" };
import enClinic from "./messages/en/clinic.json" with { type: "json" };
import enCommon from "./messages/en/common.json" with { type: "json" };
import enDiary from "./messages/en/diary.json" with { type: "json" };
import enDocument from "./messages/en/document.json" with { type: "json" };
import enDosage from "./messages/en/dosage.json" with { type: "json" };
import enErrors from "./messages/en/errors.json" with { type: "json" };
import enHandout from "./messages/en/handout.json" with { type: "json" };
import enImports from "./messages/en/imports.json" with { type: "json" };
import enLibrary from "./messages/en/library.json" with { type: "json" };
import enMedia from "./messages/en/media.json" with { type: "json" };
import enPaper from "./messages/en/paper.json" with { type: "json" };
import enPatients from "./messages/en/patients.json" with { type: "json" };
import enPlans from "./messages/en/plans.json" with { type: "json" };
import enPortal from "./messages/en/portal.json" with { type: "json" };
import enPrint from "./messages/en/print.json" with { type: "json" };
import enRecord from "./messages/en/record.json" with { type: "json" };
import enReview from "./messages/en/review.json" with { type: "json" };
import enStructure from "./messages/en/structure.json" with { type: "json" };
import enTemplates from "./messages/en/templates.json" with { type: "json" };
import esAccount from "./messages/es/account.json" with { type: "json" };
import esCommon from "./messages/es/common.json" with { type: "json" };
import esDocument from "./messages/es/document.json" with { type: "json" };
import esDosage from "./messages/es/dosage.json" with { type: "json" };
import esErrors from "./messages/es/errors.json" with { type: "json" };
import esPaper from "./messages/es/paper.json" with { type: "json" };
import esPortal from "./messages/es/portal.json" with { type: "json" };
import esRecord from "./messages/es/record.json" with { type: "json" };

/** Namespaces that a patient sees, or a record in the patient's language holds, exist in every language. */
const bilingual = {
  en: {
    account: enAccount,
    common: enCommon,
    document: enDocument,
    dosage: enDosage,
    errors: enErrors,
    paper: enPaper,
    portal: enPortal,
    record: enRecord,
  },
  es: {
    account: esAccount,
    common: esCommon,
    document: esDocument,
    dosage: esDosage,
    errors: esErrors,
    paper: esPaper,
    portal: esPortal,
    record: esRecord,
  },
} satisfies Record<Locale, object>;

/** The clinic side speaks English. */
const clinicSide = {
  advice: enAdvice,
  clinic: enClinic,
  diary: enDiary,
  handout: enHandout,
  imports: enImports,
  library: enLibrary,
  media: enMedia,
  patients: enPatients,
  plans: enPlans,
  print: enPrint,
  review: enReview,
  structure: enStructure,
  templates: enTemplates,
};

export type Messages = typeof bilingual.en & typeof clinicSide;

/** The whole catalogue of a language; clinic-side namespaces are English in both. For the server. */
export function messagesOf(locale: Locale): Messages {
  return { ...bilingual[locale], ...clinicSide } as Messages;
}
