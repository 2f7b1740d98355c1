import { Link, View } from "@react-pdf/renderer";
import { paperTranslator } from "../i18n/paper-words";
import { type Block, inAll, type Sheet } from "./sheet";

/** Name by which links find an exercise. */
export const exerciseKey = (number: number) => `exercise-${number}`;

/** The exercises by name with their pages; pressed on a screen, a line leads to its exercise. */
export function glanceBlock(sheet: Sheet, columns: 1 | 2): Block {
  const { document, look, width } = sheet;
  const { paper, Words } = look;
  const t = paperTranslator(document.locale);
  const half = Math.ceil(document.exercises.length / columns);
  const all = document.exercises.map((_, i) => i);
  return {
    key: "glance",
    content: (pageOf) => (
      <View style={paper.glance}>
        <Words style={paper.adviceHeading}>
          {inAll(sheet, ({ locale }) => paperTranslator(locale)("atAGlance"))}
        </Words>
        <View style={paper.glanceRows}>
          {[all.slice(0, half), all.slice(half)].slice(0, columns).map((column) => (
            <View key={column[0] ?? -1} style={{ width: width / columns }}>
              {column.map((i) => (
                <Link key={i} src={`#${exerciseKey(i + 1)}`} style={paper.glanceRow}>
                  <Words style={[paper.glanceText, paper.glanceNumber]}>{`${i + 1}.`}</Words>
                  <Words style={[paper.glanceText, paper.grow]}>
                    {`${document.exercises[i]?.mustDo ? "★ " : ""}${inAll(sheet, ({ exercises }) => exercises[i]?.name ?? "")}`}
                  </Words>
                  <Words style={[paper.glanceText, paper.glancePage]}>
                    {t("page", { n: pageOf(exerciseKey(i + 1)) ?? 0 })}
                  </Words>
                </Link>
              ))}
            </View>
          ))}
        </View>
      </View>
    ),
  };
}
