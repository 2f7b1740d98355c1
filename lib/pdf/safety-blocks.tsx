import { Link, Path, Svg, View } from "@react-pdf/renderer";
import { type PainZone, painZone } from "../domain/pain/pain-rule";
import type { PlanDocument } from "../domain/plan/plan-document";
import {
  documentTranslator,
  painRuleSentences,
  type StopAdvice,
  stopText,
} from "../i18n/document-words";
import { type Look, PhoneLink } from "./look";
import { INK } from "./paper-style";
import { qrPath } from "./qr-path";
import type { Block, Sheet } from "./sheet";

const ZONE: Record<PainZone, { mark: string; tint: string }> = {
  green: { mark: INK.spruce, tint: INK.spruceTint },
  amber: { mark: INK.marigold, tint: INK.marigoldTint },
  red: { mark: INK.clay, tint: INK.clayTint },
};

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const rulesOf = ({ documents }: Pick<Sheet, "documents">) =>
  documents.map(({ painRule, locale }) => painRuleSentences(painRule, locale));

/** The scale in its three zones. */
function Scale({ document, look: { paper, Words } }: Sheet) {
  return (
    <View style={paper.scale}>
      {SCORES.map((score) => {
        const { mark, tint } = ZONE[painZone(score, document.painRule)];
        return (
          <Words
            key={score}
            style={[paper.scaleCell, { borderTopColor: mark, backgroundColor: tint }]}
          >
            {String(score)}
          </Words>
        );
      })}
    </View>
  );
}

/** The plan's pain rule: the scale, then each zone in words (it reads in greyscale). */
function PainRule(sheet: Sheet) {
  const { paper, Words, Paragraphs } = sheet.look;
  const rules = rulesOf(sheet);
  const [first] = rules;
  return (
    <View style={paper.section}>
      <Words style={paper.heading}>{rules.map(({ title }) => title).join(" / ")}</Words>
      <Scale {...sheet} />
      {rules.map(({ scale }) => (
        <Words key={scale} style={paper.meta}>
          {scale}
        </Words>
      ))}
      {first?.zones.map(({ zone }, i) => (
        <View key={zone} style={paper.zone}>
          <View style={paper.zoneRange}>
            {rules.map(({ zones }) => (
              <View key={zones[i]?.range}>
                <Words style={paper.bold}>{zones[i]?.range ?? ""}</Words>
                <Words style={[paper.bold, { color: ZONE[zone].mark }]}>
                  {`${zones[i]?.name}: ${zones[i]?.action}`}
                </Words>
              </View>
            ))}
          </View>
          {[...new Set(rules.map(({ zones }) => zones[i]?.text ?? ""))].map((text) => (
            <View key={text} style={paper.column}>
              <Paragraphs>{text}</Paragraphs>
            </View>
          ))}
        </View>
      ))}
      <View style={paper.columns}>
        {rules.map(({ settled }) => (
          <View key={settled} style={paper.column}>
            <Words style={paper.gap}>{settled}</Words>
          </View>
        ))}
      </View>
    </View>
  );
}

const ADVICE_MARK = { emergency: INK.clay, urgent: INK.clay, stop: INK.marigold } as const;

/** Share of its size that a letter of an address is wide, more or less. */
const ADDRESS_LETTER = 0.58;

/** Whom to telephone; null: it is not for the telephone. */
function numberFor(kind: StopAdvice["kind"], { clinic }: PlanDocument): string | null {
  if (kind === "emergency") return clinic.emergencyNumber;
  return kind === "stop" ? clinic.phone : null;
}

function StopAdviceWords({
  advice: { kind, title, signs, say },
  document,
  look: { paper, Words },
}: {
  advice: StopAdvice;
  document: PlanDocument;
  look: Look;
}) {
  const number = numberFor(kind, document);
  const words = <Words style={[paper.adviceName, { color: ADVICE_MARK[kind] }]}>{title}</Words>;
  return (
    <View style={paper.column}>
      {number ? <PhoneLink number={number}>{words}</PhoneLink> : words}
      {signs.map((sign) => (
        <View key={sign} style={paper.sign}>
          <Words style={paper.bullet}>•</Words>
          <Words style={paper.grow}>{sign}</Words>
        </View>
      ))}
      <Words style={paper.adviceSay}>{say}</Words>
    </View>
  );
}

/** What to stop for, whom to call and what to say, with the clinic's own numbers. */
function Stop(sheet: Sheet) {
  const { document, documents, look, width } = sheet;
  const addressMax = Math.floor(width / (look.size.meta * ADDRESS_LETTER));
  const { paper, Words } = look;
  const texts = documents.map(({ locale, clinic }) => stopText(locale, clinic));
  return (
    <View style={paper.section}>
      <Words style={paper.heading}>{texts.map(({ title }) => title).join(" / ")}</Words>
      {texts[0]?.advice.map(({ kind }, i) => (
        <View key={kind} style={paper.advice}>
          <View style={[paper.adviceMark, { backgroundColor: ADVICE_MARK[kind] }]} />
          {texts.map(({ advice }) => (
            <StopAdviceWords
              key={advice[i]?.title}
              advice={advice[i] as StopAdvice}
              document={document}
              look={look}
            />
          ))}
        </View>
      ))}
      <View style={paper.columns}>
        {texts.map(({ notWatched }) => (
          <View key={notWatched} style={paper.column}>
            <Words style={[paper.bold, paper.wideGap]}>{notWatched}</Words>
          </View>
        ))}
      </View>
      <Link src={document.planUrl} style={{ textDecoration: "none" }}>
        <Words style={[paper.address, paper.wideGap]} wordMax={addressMax}>
          {documentTranslator(document.locale)("newestAddress", { url: document.planUrl })}
        </Words>
      </Link>
    </View>
  );
}

/** The pain rule and what to stop for. */
export function safetyBlocks(sheet: Sheet): Block[] {
  const { painRule, locale, clinic } = sheet.document;
  return [
    {
      key: "pain-rule",
      role: "safety",
      content: <PainRule {...sheet} />,
      bookmark: { title: painRuleSentences(painRule, locale).title },
    },
    {
      key: "stop",
      role: "safety",
      content: <Stop {...sheet} />,
      bookmark: { title: stopText(locale, clinic).title },
    },
  ];
}

const QR_POINTS = 76;

/** The QR code to the plan's public page, which says whether this paper is out of date. */
export function NewestBlock(sheet: Sheet) {
  const { paper, Words } = sheet.look;
  const { planUrl } = sheet.document;
  const { d, size } = qrPath(planUrl);
  return (
    <View style={paper.newest}>
      <View style={paper.newestWords}>
        {sheet.documents.map(({ locale }) => (
          <View key={locale}>
            <Words style={[paper.newestLine, paper.bold]}>
              {documentTranslator(locale)("newestTitle")}
            </Words>
            <Words style={paper.newestLine}>{documentTranslator(locale)("newestText")}</Words>
          </View>
        ))}
      </View>
      <Link src={planUrl}>
        <Svg viewBox={`0 0 ${size} ${size}`} style={{ width: QR_POINTS, height: QR_POINTS }}>
          <Path d={d} fill={INK.ink} />
        </Svg>
      </Link>
    </View>
  );
}
