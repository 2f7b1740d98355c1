import { adviceByMoment } from "../domain/plan/advice";
import { documentTranslator } from "../i18n/document-words";
import { paperTranslator } from "../i18n/paper-words";
import { adviceBlocks } from "./advice-blocks";
import { diaryBlocks } from "./diary-blocks";
import { ExerciseBlock, LargeExerciseBlock } from "./exercise-block";
import { exerciseKey, glanceBlocks } from "./glance-block";
import { headBlocks } from "./head-blocks";
import { languageRow, PairBlock } from "./pair-block";
import { partHeading, partsOf, starBlocks } from "./phase-blocks";
import { careItems, type PictureGrid, pictureBlocks } from "./picture-blocks";
import { safetyBlocks } from "./safety-blocks";
import { type Block, inAll, type Sheet } from "./sheet";

/** Exercises from which on a list of them helps to find one. */
const GLANCE_FROM = { standard: 5, bilingual: 5, large: 3 } as const;

/** Points of a figure's room in large print. */
export const WIDE_ROOM = 170;

/** What measuring a first time settled. */
export interface Fitted {
  readonly grid: PictureGrid;
  /** Room of an exercise's figure where it is less than the usual one, by its key. */
  readonly rooms: ReadonlyMap<string, number>;
}

function Exercise({
  sheet,
  index,
  height,
}: {
  sheet: Sheet;
  index: number;
  /** Room of its figure in large print, where it has less than the usual. */
  height: number | undefined;
}) {
  const { document, look, ink, choices, width } = sheet;
  const exercise = document.exercises[index];
  if (!exercise) return null;
  const own = { exercise, number: index + 1, document, look, ink };
  if (choices.layout === "bilingual") return <PairBlock sheet={sheet} index={index} />;
  if (choices.layout === "large") {
    const room = { width, height: height ?? WIDE_ROOM };
    return <LargeExerciseBlock {...own} room={room} isTight={height !== undefined} />;
  }
  return <ExerciseBlock {...own} />;
}

function exerciseBlocks(sheet: Sheet, { rooms }: Fitted): Block[] {
  const { exercises } = sheet.document;
  return partsOf(sheet.document).flatMap((part) => {
    const heading = partHeading(sheet, part);
    const blocks = part.indices.map((i): Block => {
      const key = exerciseKey(i + 1);
      const title = `${i + 1}. ${exercises[i]?.name}`;
      return {
        key,
        role: "body",
        content: <Exercise sheet={sheet} index={i} height={rooms.get(key)} />,
        bookmark: { title, ...(heading[0] && { under: heading[0].key }) },
      };
    });
    return [...heading, ...blocks];
  });
}

/** Advice in every language of the sheet, what is the same beside each other. */
function advice(sheet: Sheet, moment: "beforeStarting" | "goodToKnow"): Block[] {
  const { documents, choices } = sheet;
  const parts = documents.map((document) => adviceByMoment(document.advice)[moment]);
  const items = (parts[0] ?? []).flatMap((_, i) =>
    parts.flatMap((part, column) => {
      const item = part[i];
      return item ? [{ ...item, id: `${item.id} ${column}` }] : [];
    }),
  );
  const key = moment === "beforeStarting" ? "beforeYouStart" : "goodToKnow";
  const heading = inAll(sheet, ({ locale }) => documentTranslator(locale)(key));
  const part = { key, heading, items, isBody: moment === "goodToKnow" };
  return adviceBlocks(sheet, part, choices.layout === "large" ? 1 : 2);
}

function glance({ document, choices, ...sheet }: Sheet): Block[] {
  const { layout } = choices;
  if (layout === "picture" || layout === "diary") return [];
  if (document.exercises.length < GLANCE_FROM[layout]) return [];
  return glanceBlocks({ document, choices, ...sheet }, layout === "large" ? 1 : 2);
}

function takeCare(sheet: Sheet): Block[] {
  const heading = documentTranslator(sheet.document.locale)("libraryCautions");
  return adviceBlocks(sheet, { key: "care", heading, items: careItems(sheet), isBody: true });
}

/** Everything that flows down the pages, in its order. */
export function planBlocks(sheet: Sheet, fitted: Fitted): Block[] {
  const { document, choices } = sheet;
  const yourExercises = inAll(sheet, ({ locale }) => documentTranslator(locale)("yourExercises"));
  const safety = safetyBlocks(sheet);
  if (choices.layout === "diary")
    return [
      ...headBlocks(sheet, paperTranslator(document.locale)("diary.title"), { withNote: false }),
      ...diaryBlocks(sheet, false),
      ...advice(sheet, "beforeStarting"),
      ...safety,
    ];
  const head = headBlocks(sheet, yourExercises, { withNote: true });
  const diary = diaryBlocks(sheet, true);
  if (choices.layout === "picture")
    return [
      ...head,
      ...starBlocks(sheet),
      ...pictureBlocks(sheet, fitted.grid),
      ...safety,
      ...takeCare(sheet),
      ...advice(sheet, "beforeStarting"),
      ...advice(sheet, "goodToKnow"),
      ...diary,
    ];
  return [
    ...head,
    ...starBlocks(sheet),
    ...glance(sheet),
    ...advice(sheet, "beforeStarting"),
    ...(choices.layout === "bilingual" ? [languageRow(sheet)] : []),
    ...exerciseBlocks(sheet, fitted),
    ...advice(sheet, "goodToKnow"),
    ...safety,
    ...diary,
  ];
}
