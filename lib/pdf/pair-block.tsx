import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Locale, PlanDocument } from "../domain/plan/plan-document";
import type { DrawnExercise } from "../figures/drawn-document";
import { documentTranslator } from "../i18n/document-words";
import { lineWords } from "../i18n/line-words";
import { paperTranslator } from "../i18n/paper-words";
import { CautionBox, dosageLines, ExercisePictures } from "./exercise-block";
import { PAIR_RAIL } from "./paper-style";
import { type Block, inAll, type Sheet } from "./sheet";

/** Which column is in which language. */
export function languageRow({ documents, look: { paper, Words } }: Sheet): Block {
  return {
    key: "languages",
    joined: true,
    content: (
      <View style={paper.pairHead}>
        {documents.map(({ locale }) => (
          <View key={locale} style={paper.column}>
            <Words style={paper.pairLanguage}>{paperTranslator(locale)("language")}</Words>
          </View>
        ))}
      </View>
    ),
  };
}

interface Side {
  readonly document: PlanDocument;
  readonly locale: Locale;
  readonly exercise: DrawnExercise;
}

/**
 * One exercise in two languages: what says the same stands at the same height, so that a helper can
 * point at it. What is written in one language alone goes over both columns.
 */
export function PairBlock({ sheet, index }: { sheet: Sheet; index: number }) {
  const { documents, look, ink } = sheet;
  const { paper, Words } = look;
  const sides: Side[] = documents.flatMap((document) => {
    const exercise = document.exercises[index];
    return exercise ? [{ document, locale: document.locale, exercise }] : [];
  });
  const [first] = sides;
  if (!first) return null;
  const { exercise, document } = first;
  const steps = Math.max(...sides.map((side) => side.exercise.steps.length));
  return (
    <View style={paper.exercise}>
      <View style={paper.pairRail}>
        <Words style={paper.number}>{String(index + 1)}</Words>
        <ExercisePictures
          exercise={exercise}
          document={document}
          look={look}
          ink={ink}
          room={{ width: PAIR_RAIL, height: 190 }}
        />
      </View>
      <View style={paper.body}>
        <Pair sheet={sheet} sides={sides} style="name" say={(side) => side.exercise.name} />
        <Pair sheet={sheet} sides={sides} style="star" say={(side) => wordsOf(side).star ?? ""} />
        <Pair
          sheet={sheet}
          sides={sides}
          style="dose"
          say={(side) => dosageLines(side.exercise.dosage, side.locale).amount}
        />
        <Pair
          sheet={sheet}
          sides={sides}
          style="often"
          say={(side) => dosageLines(side.exercise.dosage, side.locale).often}
        />
        <Pair
          sheet={sheet}
          sides={sides}
          style="often"
          say={(side) => wordsOf(side).window ?? ""}
        />
        <OwnWords sheet={sheet} exercise={exercise} kind="cue" />
        <Pair sheet={sheet} sides={sides} style="gap" say={(side) => side.exercise.setup} />
        {Array.from({ length: steps }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their number
          <View key={i} style={paper.pairRow}>
            {sides.map((side) => (
              <View key={side.locale} style={[paper.step, paper.column]}>
                <Words style={paper.stepMark}>{`${i + 1}.`}</Words>
                <Words style={paper.grow}>{side.exercise.steps[i] ?? ""}</Words>
              </View>
            ))}
          </View>
        ))}
        <Pair
          sheet={sheet}
          sides={sides}
          style="gap"
          label={({ locale }) => documentTranslator(locale)("feel")}
          say={(side) => side.exercise.feel}
        />
        <Pair
          sheet={sheet}
          sides={sides}
          style="aside"
          label={({ locale }) => documentTranslator(locale)("faults")}
          say={(side) => side.exercise.faults.join(" ")}
        />
        {(["limits", "easier", "harder"] as const).map((kind) => (
          <Pair
            key={kind}
            sheet={sheet}
            sides={sides}
            style="gap"
            label={({ locale }) => paperTranslator(locale)(kind === "limits" ? "ownLimits" : kind)}
            say={(side) => wordsOf(side)[kind] ?? ""}
          />
        ))}
        <OwnWords sheet={sheet} exercise={exercise} kind="caution" />
        <Pair
          sheet={sheet}
          sides={sides}
          style="gap"
          label={({ locale }) => documentTranslator(locale)("libraryCautions")}
          say={(side) => side.exercise.libraryCautions.join(" ")}
        />
      </View>
    </View>
  );
}

const wordsOf = ({ exercise, document }: Side) => lineWords(exercise, document);

function Pair({
  sheet: { look },
  sides,
  say,
  style,
  label,
}: {
  sheet: Sheet;
  sides: readonly Side[];
  say: (side: Side) => string;
  style?: "name" | "star" | "dose" | "often" | "gap" | "aside";
  label?: (side: Side) => string;
}): ReactNode {
  const { paper, Words, Labelled } = look;
  const own = style ? paper[style] : [];
  const told = sides.map((side) => ({ side, text: say(side) }));
  if (told.every(({ text }) => text === "")) return null;
  return (
    <View style={paper.pairRow}>
      {told.map(({ side, text }) => (
        <View key={side.locale} style={paper.column}>
          {label ? (
            <Labelled label={label(side)} style={own}>
              {text}
            </Labelled>
          ) : (
            <Words style={own}>{text}</Words>
          )}
        </View>
      ))}
    </View>
  );
}

/** What the therapist wrote for this patient, in whatever language that is: once, over both columns. */
function OwnWords({
  sheet,
  exercise,
  kind,
}: {
  sheet: Sheet;
  exercise: DrawnExercise;
  kind: "cue" | "caution";
}) {
  const { paper, Labelled } = sheet.look;
  const words = exercise[kind];
  if (!words) return null;
  const label = inAll(sheet, ({ locale }) => documentTranslator(locale)(kind));
  if (kind === "caution") return <CautionBox caution={words} label={label} look={sheet.look} />;
  return (
    <Labelled label={label} style={paper.gap}>
      {words}
    </Labelled>
  );
}
