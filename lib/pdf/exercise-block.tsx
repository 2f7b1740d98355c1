import { Image, View } from "@react-pdf/renderer";
import type { Dosage } from "../domain/dosage/dosage";
import type { Locale } from "../domain/plan/plan-document";
import type { DrawnExercise, PaperPhoto } from "../figures/drawn-document";
import { FigurePoses, type PictureInk } from "../figures/figure-pdf";
import { documentTranslator } from "../i18n/document-words";
import { dosageInWords } from "../i18n/dosage-words";
import { poseNames } from "../i18n/figure-words";
import { POSE_LABEL, paper, RAIL } from "./paper-style";
import { LabelledWords, Paragraphs, Words } from "./words";

/** Height of a figure's room: mostly no taller than the words beside it. */
const PAIR_HEIGHT = 196;
const SERIES_HEIGHT = 240;

const PHOTO_GAP = 6;

/** Points that a photo takes of the rail, whole and as large as it can be. */
function photoSize({ width, height }: PaperPhoto, count: number) {
  const room = (PAIR_HEIGHT - PHOTO_GAP * (count - 1)) / count;
  const scale = Math.min(RAIL / width, room / height);
  return { width: width * scale, height: height * scale };
}

/** Photos one above the other, in the figure's place. */
function Photos({ photos }: { photos: readonly PaperPhoto[] }) {
  return photos.map((photo, i) => (
    <Image
      // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name here
      key={i}
      src={{ data: Buffer.from(photo.jpeg), format: "jpg" }}
      style={{ ...photoSize(photo, photos.length), marginTop: i === 0 ? 2 : PHOTO_GAP }}
    />
  ));
}

/** Steps may repeat word for word; their numbers do not. */
function numbered(steps: readonly string[]) {
  return steps.map((step, i) => ({ n: i + 1, step }));
}

/** A dosage in two lines. */
export function dosageLines(dosage: Dosage, locale: Locale): { amount: string; often: string } {
  const { amount, frequency, extras } = dosageInWords(dosage, locale);
  return { amount, often: [frequency, ...extras].join(" · ") };
}

function Dose({ dosage, locale }: { dosage: Dosage; locale: Locale }) {
  const { amount, often } = dosageLines(dosage, locale);
  return (
    <>
      <Words style={paper.dose}>{amount}</Words>
      <Words style={paper.often}>{often}</Words>
    </>
  );
}

/** One exercise: number and figure in the rail, beside them dosage, steps and cautions. */
export function ExerciseBlock({
  exercise,
  number,
  locale,
  split,
  ink,
}: {
  exercise: DrawnExercise;
  number: number;
  locale: Locale;
  /** May be broken over pages: only where an exercise is longer than a page. */
  split: boolean;
  ink: PictureInk;
}) {
  const t = documentTranslator(locale);
  const { cue, caution, faults, libraryCautions, figureId, figure } = exercise;
  const poses = figure?.poses ?? [];
  const room = poses.length > 2 ? SERIES_HEIGHT : PAIR_HEIGHT;
  return (
    <View style={paper.exercise} wrap={split}>
      <View style={paper.rail}>
        <Words style={paper.number}>{String(number)}</Words>
        <FigurePoses
          id={figureId}
          figure={figure}
          mirrored={exercise.dosage.side === "left"}
          rail={{ width: RAIL, height: room, label: POSE_LABEL }}
          labels={poseNames(poses, locale).map((name) => (
            <Words key={name} style={paper.pose}>
              {name}
            </Words>
          ))}
          ink={ink}
        />
        {!figure && <Photos photos={exercise.photos} />}
      </View>
      <View style={paper.body}>
        <Words style={paper.name}>{exercise.name}</Words>
        <Dose dosage={exercise.dosage} locale={locale} />
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
        {exercise.feel !== "" && (
          <LabelledWords label={t("feel")} style={paper.gap}>
            {exercise.feel}
          </LabelledWords>
        )}
        {faults.length > 0 && (
          <LabelledWords label={t("faults")} style={[paper.gap, paper.aside]}>
            {faults.join(" ")}
          </LabelledWords>
        )}
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
        {exercise.media.some(({ kind }) => kind === "video") && (
          <Words style={[paper.gap, paper.aside]}>{t("media.videoOnScreen")}</Words>
        )}
      </View>
    </View>
  );
}
