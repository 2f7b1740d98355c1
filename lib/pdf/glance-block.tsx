import { Link, View } from "@react-pdf/renderer";
import { paperTranslator } from "../i18n/paper-words";
import { type Block, inAll, type Sheet } from "./sheet";

/** Name by which links find an exercise. */
export const exerciseKey = (number: number) => `exercise-${number}`;

function Entry({ sheet, index, page }: { sheet: Sheet; index: number; page: number | null }) {
  const { document, look } = sheet;
  const { paper, Words } = look;
  const star = document.exercises[index]?.mustDo ? "★ " : "";
  const name = inAll(sheet, ({ exercises }) => exercises[index]?.name ?? "");
  return (
    <Link src={`#${exerciseKey(index + 1)}`} style={paper.glanceRow}>
      <Words style={[paper.glanceText, paper.glanceNumber]}>{`${index + 1}.`}</Words>
      <Words style={[paper.glanceText, paper.grow]}>{`${star}${name}`}</Words>
      <Words style={[paper.glanceText, paper.glancePage]}>
        {paperTranslator(document.locale)("page", { n: page ?? 0 })}
      </Words>
    </Link>
  );
}

/**
 * The exercises by name with their pages; pressed on a screen, a line leads to its exercise. Pages may
 * break between rows, which of forty exercises in large print fill more than one.
 */
export function glanceBlocks(sheet: Sheet, columns: 1 | 2): Block[] {
  const { document, look, width } = sheet;
  const { paper, Words } = look;
  const heading = inAll(sheet, ({ locale }) => paperTranslator(locale)("atAGlance"));
  const rows = Array.from({ length: Math.ceil(document.exercises.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_, column) => row * columns + column).filter(
      (index) => index < document.exercises.length,
    ),
  );
  return [
    {
      key: "glance",
      joined: true,
      content: (
        <View style={paper.glance}>
          <Words style={paper.adviceHeading}>{heading}</Words>
        </View>
      ),
    },
    ...rows.map((row, n) => ({
      key: `glance-${n}`,
      content: (pageOf: (key: string) => number | null) => (
        <View style={paper.glanceRows}>
          {row.map((index) => (
            <View key={index} style={{ width: width / columns }}>
              <Entry sheet={sheet} index={index} page={pageOf(exerciseKey(index + 1))} />
            </View>
          ))}
        </View>
      ),
    })),
  ];
}
