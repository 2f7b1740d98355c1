import type { Locale, PlanDocument } from "../../../domain/plan/plan-document";
import { dosageInWords } from "../../../i18n/dosage-words";
import { MessageProvider } from "../../../i18n/message-provider";
import { messagesOf } from "../../../i18n/messages";
import { SaveTemplateButton } from "../../templates/components/save-template-button";

/** Makes a template of a published version. */
export function VersionTemplateButton({
  document,
  patientName,
  language,
}: {
  document: PlanDocument;
  patientName: string;
  /** The patient's, in which cues, cautions and note are written. */
  language: Locale;
}) {
  const { planId, versionNumber, title, note, exercises } = document;
  return (
    <MessageProvider locale="en" messages={{ templates: messagesOf("en").templates }}>
      <SaveTemplateButton
        plan={{
          planId,
          number: versionNumber,
          title,
          patientName,
          language,
          note,
          lines: exercises.map(({ lineId, name, dosage, cue, caution }) => ({
            lineId,
            name,
            dose: dosageInWords(dosage, "en").amount,
            cue,
            caution,
          })),
        }}
      />
    </MessageProvider>
  );
}
