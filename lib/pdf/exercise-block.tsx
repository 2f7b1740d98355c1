import { View } from "@react-pdf/renderer";
import type { DocumentExercise, Locale } from "../domain/plan/plan-document";
import { documentTranslator } from "../i18n/document-words";
import { dosageInWords } from "../i18n/dosage-words";
import { paper } from "./paper-style";
import { LabelledWords, Paragraphs, Words } from "./words";

/** Letters on one line of the text column, and lines up to which an exercise stays on one page. */
const LETTERS_PER_LINE = 62;
const LINES_KEPT_TOGETHER = 26;

function roughLines(exercise: DocumentExercise): number {
  const texts = [
    exercise.name,
    exercise.setup,
    ...exercise.steps,
    exercise.feel,
    ...exercise.libraryCautions,
    exercise.cue ?? "",
    exercise.caution ?? "",
  ];
  return texts
    .flatMap((text) => text.split("\n"))
    .reduce((lines, text) => lines + Math.ceil(text.length / LETTERS_PER_LINE), 0);
}

/** Steps may repeat word for word; their numbers do not. */
function numbered(steps: readonly string[]) {
  return steps.map((step, i) => ({ n: i + 1, step }));
}

function Dose({ exercise, locale }: { exercise: DocumentExercise; locale: Locale }) {
  const { amount, frequency, extras } = dosageInWords(exercise.dosage, locale);
  return (
    <>
      <Words style={paper.dose}>{amount}</Words>
      <Words style={paper.often}>{[frequency, ...extras].join(" · ")}</Words>
    </>
  );
}

/** One exercise: number in the rail where its figure will stand, then dosage, steps and cautions. */
export function ExerciseBlock({
  exercise,
  number,
  locale,
}: {
  exercise: DocumentExercise;
  number: number;
  locale: Locale;
}) {
  const t = documentTranslator(locale);
  const { cue, caution, libraryCautions } = exercise;
  return (
    <View style={paper.exercise} wrap={roughLines(exercise) > LINES_KEPT_TOGETHER}>
      <View style={paper.rail}>
        <Words style={paper.number}>{String(number)}</Words>
      </View>
      <View style={paper.body}>
        <Words style={paper.name}>{exercise.name}</Words>
        <Dose exercise={exercise} locale={locale} />
        {cue && (
          <LabelledWords label={t("cue")} style={paper.gap}>
            {cue}
          </LabelledWords>
        )}
        <Words style={paper.gap}>{exercise.setup}</Words>
        {numbered(exercise.steps).map(({ n, step }) => (
          <View key={n} style={paper.step}>
            <Words style={paper.stepMark}>{`${n}.`}</Words>
            <Words style={paper.grow}>{step}</Words>
          </View>
        ))}
        <LabelledWords label={t("feel")} style={paper.gap}>
          {exercise.feel}
        </LabelledWords>
        {caution && (
          <View style={paper.caution}>
            <Words style={paper.cautionTitle}>{t("caution")}</Words>
            <Paragraphs>{caution}</Paragraphs>
          </View>
        )}
        {libraryCautions.length > 0 && (
          <LabelledWords label={t("libraryCautions")} style={paper.gap}>
            {libraryCautions.join(" ")}
          </LabelledWords>
        )}
      </View>
    </View>
  );
}
