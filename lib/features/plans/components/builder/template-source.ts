import { dosageInWords } from "../../../../i18n/dosage-words";
import type { SavedPlan } from "../../../templates/components/save-template-dialog";
import type { BuilderData } from "../../builder-queries";
import type { Builder } from "./use-builder";

/** What stands in the builder, for a template to be made of it. */
export function templateSource(data: BuilderData, builder: Builder): SavedPlan {
  const { note, lines } = builder.state.content;
  return {
    planId: data.planId,
    number: null,
    title: data.sheet.title,
    patientName: data.patientName,
    language: data.sheet.locale,
    note,
    lines: lines.map(({ lineId, slug, dosage, cue, caution }) => ({
      lineId,
      name: builder.exerciseOf(slug).name,
      dose: dosageInWords(dosage, "en").amount,
      cue,
      caution,
    })),
  };
}
