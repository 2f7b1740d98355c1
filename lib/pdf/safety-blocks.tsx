import { Path, Svg, View } from "@react-pdf/renderer";
import { type PainZone, painZone } from "../domain/pain/pain-rule";
import type { PlanDocument } from "../domain/plan/plan-document";
import { documentTranslator, painRuleSentences, stopText } from "../i18n/document-words";
import { INK, paper } from "./paper-style";
import { qrPath } from "./qr-path";
import { Paragraphs, Words } from "./words";

const ZONE: Record<PainZone, { mark: string; tint: string }> = {
  green: { mark: INK.spruce, tint: INK.spruceTint },
  amber: { mark: INK.marigold, tint: INK.marigoldTint },
  red: { mark: INK.clay, tint: INK.clayTint },
};

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The plan's pain rule: the scale in its three zones, then each zone in words (it reads in greyscale). */
export function PainRuleBlock({ document }: { document: PlanDocument }) {
  const words = painRuleSentences(document.painRule, document.locale);
  return (
    <View style={paper.section} wrap={false}>
      <Words style={paper.heading}>{words.title}</Words>
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
      <Words style={paper.meta}>{words.scale}</Words>
      {words.zones.map(({ zone, name, action, range, text }) => (
        <View key={zone} style={paper.zone}>
          <View style={paper.zoneRange}>
            <Words style={paper.bold}>{range}</Words>
            <Words style={[paper.bold, { color: ZONE[zone].mark }]}>{`${name}: ${action}`}</Words>
          </View>
          <View style={paper.grow}>
            <Paragraphs>{text}</Paragraphs>
          </View>
        </View>
      ))}
      <Words style={paper.gap}>{words.settled}</Words>
    </View>
  );
}

const ADVICE_MARK = { emergency: INK.clay, urgent: INK.clay, stop: INK.marigold } as const;

/** Letters of an address that fit the whole width. */
const ADDRESS_MAX = 84;

/** What to stop for, whom to call and what to say, with the clinic's own numbers. */
export function StopBlock({ document }: { document: PlanDocument }) {
  const words = stopText(document.locale, document.clinic);
  return (
    <View style={paper.section} wrap={false}>
      <Words style={paper.heading}>{words.title}</Words>
      {words.advice.map(({ kind, title, signs, say }) => (
        <View key={kind} style={paper.advice}>
          <View style={[paper.adviceMark, { backgroundColor: ADVICE_MARK[kind] }]} />
          <View style={paper.grow}>
            <Words style={[paper.bold, { color: ADVICE_MARK[kind], fontSize: 12.5 }]}>
              {title}
            </Words>
            {signs.map((sign) => (
              <View key={sign} style={paper.sign}>
                <Words style={{ width: 10 }}>•</Words>
                <Words style={paper.grow}>{sign}</Words>
              </View>
            ))}
            <Words style={paper.quiet}>{say}</Words>
          </View>
        </View>
      ))}
      <Words style={[paper.bold, { marginTop: 10 }]}>{words.notWatched}</Words>
      <Words style={[paper.meta, { marginTop: 10 }]} wordMax={ADDRESS_MAX}>
        {documentTranslator(document.locale)("newestAddress", { url: document.planUrl })}
      </Words>
    </View>
  );
}

const QR_POINTS = 76;

/** The QR code to the plan's public page, which says whether this paper is out of date. */
export function NewestBlock({ document }: { document: PlanDocument }) {
  const t = documentTranslator(document.locale);
  const { d, size } = qrPath(document.planUrl);
  return (
    <View style={paper.newest}>
      <View style={paper.newestWords}>
        <Words style={[paper.newestLine, paper.bold]}>{t("newestTitle")}</Words>
        <Words style={paper.newestLine}>{t("newestText")}</Words>
      </View>
      <Svg viewBox={`0 0 ${size} ${size}`} style={{ width: QR_POINTS, height: QR_POINTS }}>
        <Path d={d} fill={INK.ink} />
      </Svg>
    </View>
  );
}
