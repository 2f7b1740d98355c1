import { Image, View } from "@react-pdf/renderer";
import type { Dosage } from "../domain/dosage/dosage";
import type { Locale, PlanDocument } from "../domain/plan/plan-document";
import type { DrawnExercise, PaperPhoto } from "../figures/drawn-document";
import { FigurePoses, type PictureInk } from "../figures/figure-pdf";
import { documentTranslator } from "../i18n/document-words";
import { dosageInWords } from "../i18n/dosage-words";
import { poseNames } from "../i18n/figure-words";
import { lineWords } from "../i18n/line-words";
import { paperTranslator } from "../i18n/paper-words";
import type { Look } from "./look";
import { BESIDE, poseLabel, RAIL } from "./paper-style";

/** Height of a figure's room: mostly no taller than the words beside it. */
const PAIR_HEIGHT = 196;
const SERIES_HEIGHT = 240;

const PHOTO_GAP = 6;

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Points that a photo takes of its room, whole and as large as it can be. */
function photoSize({ width, height }: PaperPhoto, count: number, room: Room) {
  const each = (room.height - PHOTO_GAP * (count - 1)) / count;
  const scale = Math.min(room.width / width, each / height);
  return { width: width * scale, height: height * scale };
}

/** Photos one above the other, in the figure's place. */
function Photos({ photos, room }: { photos: readonly PaperPhoto[]; room: Room }) {
  return photos.map((photo, i) => (
    <Image
      // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name here
      key={i}
      src={{ data: Buffer.from(photo.jpeg), format: "jpg" }}
      style={{ ...photoSize(photo, photos.length, room), marginTop: i === 0 ? 2 : PHOTO_GAP }}
    />
  ));
}

interface ExerciseProps {
  readonly exercise: DrawnExercise;
  readonly number: number;
  /** The plan that it belongs to. */
  readonly document: PlanDocument;
  readonly look: Look;
  readonly ink: PictureInk;
}

/** The poses of the exercise with their names, or its photos. */
export function ExercisePictures({
  exercise,
  document: { locale },
  look: { paper, size, Words },
  ink,
  room,
  scaleMax,
}: Omit<ExerciseProps, "number"> & { room: Room; scaleMax?: number }) {
  const { figureId, figure, photos, dosage } = exercise;
  return (
    <>
      <FigurePoses
        id={figureId}
        figure={figure}
        mirrored={dosage.side === "left"}
        rail={{ ...room, label: poseLabel(size), ...(scaleMax && { scaleMax }) }}
        labels={poseNames(figure?.poses ?? [], locale).map((name) => (
          <Words key={name} style={paper.pose}>
            {name}
          </Words>
        ))}
        ink={ink}
      />
      {!figure && <Photos photos={photos} room={room} />}
    </>
  );
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

/** Name and dosage, whether it is starred, and its dates. */
export function ExerciseTitle({
  exercise,
  number,
  document,
  look: { paper, Words },
}: Pick<ExerciseProps, "exercise" | "document" | "look"> & {
  /** Before the name, where it does not stand by itself. */
  number?: number;
}) {
  const { name, dosage } = exercise;
  const { amount, often } = dosageLines(dosage, document.locale);
  const { star, window } = lineWords(exercise, document);
  return (
    <>
      <Words style={paper.name}>{number ? `${number}. ${name}` : name}</Words>
      {star && <Words style={paper.star}>{star}</Words>}
      <Words style={paper.dose}>{amount}</Words>
      <Words style={paper.often}>{often}</Words>
      {window && <Words style={[paper.often, paper.bold]}>{window}</Words>}
    </>
  );
}

/** Its own pain limits, and what may be done instead. */
export function InsteadWords({
  exercise,
  document,
  look: { paper, Labelled },
}: Pick<ExerciseProps, "exercise" | "document" | "look">) {
  const { limits, easier, harder } = lineWords(exercise, document);
  const t = paperTranslator(document.locale);
  return (
    <>
      {limits && (
        <Labelled label={t("ownLimits")} style={paper.gap}>
          {limits}
        </Labelled>
      )}
      {easier && (
        <Labelled label={t("easier")} style={paper.gap}>
          {easier}
        </Labelled>
      )}
      {harder && (
        <Labelled label={t("harder")} style={paper.gap}>
          {harder}
        </Labelled>
      )}
    </>
  );
}

/** The therapist's caution for this patient, in a box. */
export function CautionBox({
  caution,
  label,
  look: { paper, Words, Paragraphs },
}: {
  caution: string;
  label: string;
  look: Look;
}) {
  return (
    <View style={paper.caution}>
      <Words style={paper.cautionTitle}>{label}</Words>
      <Paragraphs>{caution}</Paragraphs>
    </View>
  );
}

type WordsOf = Omit<ExerciseProps, "number" | "ink">;

/** What is read before moving. */
function SetupWords({ exercise: { cue, setup }, document, look }: WordsOf) {
  const { paper, Words, Labelled } = look;
  return (
    <>
      {cue && (
        <Labelled label={documentTranslator(document.locale)("cue")} style={paper.gap}>
          {cue}
        </Labelled>
      )}
      <Words style={paper.gap}>{setup}</Words>
    </>
  );
}

/** How it is done, what to feel, and what to take care of. */
function StepWords({ exercise, document, look }: WordsOf) {
  const { paper, Words, Labelled } = look;
  const t = documentTranslator(document.locale);
  const { caution, faults, libraryCautions } = exercise;
  return (
    <>
      {numbered(exercise.steps).map(({ n, step }) => (
        <View key={n} style={paper.step}>
          <Words style={paper.stepMark}>{`${n}.`}</Words>
          <Words style={paper.grow}>{step}</Words>
        </View>
      ))}
      {exercise.feel !== "" && (
        <Labelled label={t("feel")} style={paper.gap}>
          {exercise.feel}
        </Labelled>
      )}
      {faults.length > 0 && (
        <Labelled label={t("faults")} style={[paper.gap, paper.aside]}>
          {faults.join(" ")}
        </Labelled>
      )}
      <InsteadWords exercise={exercise} document={document} look={look} />
      {caution && <CautionBox caution={caution} label={t("caution")} look={look} />}
      {libraryCautions.length > 0 && (
        <Labelled label={t("libraryCautions")} style={paper.gap}>
          {libraryCautions.join(" ")}
        </Labelled>
      )}
      {exercise.media.some(({ kind }) => kind === "video") && (
        <Words style={[paper.gap, paper.aside]}>{t("media.videoOnScreen")}</Words>
      )}
    </>
  );
}

/** One exercise: number and figure in the rail, beside them dosage, steps and cautions. */
export function ExerciseBlock({ number, ...exercise }: ExerciseProps) {
  const { paper, Words } = exercise.look;
  const series = (exercise.exercise.figure?.poses.length ?? 0) > 2;
  const room = { width: RAIL, height: series ? SERIES_HEIGHT : PAIR_HEIGHT };
  return (
    <View style={paper.exercise}>
      <View style={paper.rail}>
        <Words style={paper.number}>{String(number)}</Words>
        <ExercisePictures {...exercise} room={room} />
      </View>
      <View style={paper.body}>
        <ExerciseTitle {...exercise} />
        <SetupWords {...exercise} />
        <StepWords {...exercise} />
      </View>
    </View>
  );
}

/** Points per cm of a figure in large print. */
const LARGE_SCALE_MAX = 1.9;
/** Words beside a tall figure are high anyway. */
const BESIDE_MORE = 30;
/** Height over width from which a figure stands beside the words rather than above them. */
const TALL = 1.2;

/** Whether two poses beside each other are high rather than wide. */
function isTall({ figure, photos }: DrawnExercise): boolean {
  const [photo] = photos;
  if (!figure) return photo !== undefined && photo.height > photo.width * TALL;
  return figure.poses.length <= 2 && figure.box.height > figure.box.width * TALL;
}

/** One exercise in large print: words over the whole width, the figure above them, or a tall one beside the first. */
export function LargeExerciseBlock({
  number,
  room,
  isTight,
  ...own
}: ExerciseProps & {
  room: Room;
  /** Words over the whole width whatever the figure: it would be longer than a page. */
  isTight: boolean;
}) {
  const { paper, Words } = own.look;
  const title = (
    <View style={paper.step}>
      <Words style={[paper.number, paper.numberWide]}>{String(number)}</Words>
      <View style={paper.grow}>
        <ExerciseTitle {...own} />
      </View>
    </View>
  );
  if (!isTight && isTall(own.exercise))
    return (
      <View style={paper.exerciseWide}>
        <View style={paper.besideRow}>
          <View style={paper.grow}>
            {title}
            <SetupWords {...own} />
          </View>
          <View style={paper.besideFigure}>
            <ExercisePictures
              {...own}
              room={{ width: BESIDE, height: room.height + BESIDE_MORE }}
              scaleMax={LARGE_SCALE_MAX}
            />
          </View>
        </View>
        <StepWords {...own} />
      </View>
    );
  return (
    <View style={paper.exerciseWide}>
      {title}
      <View style={paper.picturesWide}>
        <ExercisePictures {...own} room={room} scaleMax={LARGE_SCALE_MAX} />
      </View>
      <SetupWords {...own} />
      <StepWords {...own} />
    </View>
  );
}
