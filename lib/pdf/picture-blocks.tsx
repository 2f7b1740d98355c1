import { View } from "@react-pdf/renderer";
import { documentTranslator } from "../i18n/document-words";
import { CautionBox, ExercisePictures, ExerciseTitle, InsteadWords } from "./exercise-block";
import { exerciseKey } from "./glance-block";
import { GUTTER } from "./paper-style";
import { partHeading, partsOf } from "./phase-blocks";
import type { Block, Sheet } from "./sheet";

/** How the pictures stand: so many beside each other, each so high. */
export interface PictureGrid {
  readonly columns: number;
  /** Points of the figure's room. */
  readonly height: number;
}

/** Points per cm of a figure that leads. */
const SCALE_MAX = 1.7;

/** A picture with its number, name, dosage, and what the therapist wrote for this patient. */
function Cell({
  sheet,
  index,
  column,
  grid,
}: {
  sheet: Sheet;
  index: number;
  column: number;
  grid: PictureGrid;
}) {
  const { document, look, ink, width } = sheet;
  const { paper, Labelled } = look;
  const { locale } = document;
  const exercise = document.exercises[index];
  const t = documentTranslator(locale);
  const each = (width - GUTTER * (grid.columns - 1)) / grid.columns;
  const isLast = column === grid.columns - 1;
  const style = { ...paper.pictureCell, width: each, marginRight: isLast ? 0 : GUTTER };
  if (!exercise) return null;
  return (
    <View style={style}>
      <View style={[paper.pictureFigure, { height: grid.height }]}>
        <ExercisePictures
          exercise={exercise}
          document={document}
          look={look}
          ink={ink}
          room={{ width: each, height: grid.height }}
          scaleMax={SCALE_MAX}
        />
      </View>
      <ExerciseTitle exercise={exercise} number={index + 1} document={document} look={look} />
      {exercise.cue && (
        <Labelled label={t("cue")} style={paper.gap}>
          {exercise.cue}
        </Labelled>
      )}
      <InsteadWords exercise={exercise} document={document} look={look} />
      {exercise.caution && (
        <CautionBox caution={exercise.caution} label={t("caution")} look={look} />
      )}
    </View>
  );
}

/** The exercises as a grid of pictures, a block for each row; each phase begins a row. */
export function pictureBlocks(sheet: Sheet, grid: PictureGrid): Block[] {
  const { exercises } = sheet.document;
  return partsOf(sheet.document).flatMap((part) => {
    const heading = partHeading(sheet, part);
    const rows = Math.ceil(part.indices.length / grid.columns);
    const blocks = Array.from({ length: rows }, (_, row): Block => {
      const indices = part.indices.slice(row * grid.columns, (row + 1) * grid.columns);
      const [first = 0] = indices;
      const names = indices.map((i) => `${i + 1}. ${exercises[i]?.name}`);
      return {
        key: exerciseKey(first + 1),
        role: "body",
        content: (
          <View style={sheet.look.paper.pictureRow}>
            {indices.map((index, column) => (
              <Cell key={index} sheet={sheet} index={index} column={column} grid={grid} />
            ))}
          </View>
        ),
        bookmark: { title: names.join(" · "), ...(heading[0] && { under: heading[0].key }) },
      };
    });
    return [...heading, ...blocks];
  });
}

/** What each exercise asks to take care of, told apart from the pictures. */
export function careItems({ document: { exercises } }: Sheet) {
  return exercises.flatMap(({ prescribedId, name, libraryCautions }, i) =>
    libraryCautions.length > 0
      ? [{ id: prescribedId, title: `${i + 1}. ${name}`, body: libraryCautions.join(" ") }]
      : [],
  );
}
