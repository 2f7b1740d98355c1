import type { Styles } from "@react-pdf/renderer";
import { FONT_FAMILY } from "./fonts";

/** Tokens of the look, for paper. */
export const INK = {
  ink: "#16282B",
  secondary: "#54666A",
  line: "#D9D3C8",
  /** Lines that somebody writes along. */
  rule: "#8A857B",
  /** A field that is not to be filled in; still a grey on a black and white printer. */
  off: "#DEDAD2",
  spruce: "#1C5D59",
  spruceTint: "#E4EFEC",
  marigold: "#8A4B08",
  marigoldTint: "#FBF0DF",
  clay: "#8E2B16",
  clayTint: "#F9E2DA",
} as const;

/** Points; the rail is where each exercise's figure stands. */
export const RAIL = 124;
export const GUTTER = 16;
/** Points of the rail where two languages stand beside it. */
export const PAIR_RAIL = 104;
/** Points of a tall figure beside large print. */
export const BESIDE = 176;
/** Points of a day's column in the diary. */
export const DAY_WIDTH = 44;
export const MARGIN = 42;
export const MARGIN_TOP = 34;
export const MARGIN_BOTTOM = 26;

/** Points of the width and the height of a sheet. */
export const SHEETS = { A4: [595.28, 841.89], Letter: [612, 792] } as const;

/** Sizes of letters in points, and how far things stand apart. */
export interface Sizes {
  readonly text: number;
  /** What may be read last: common mistakes. */
  readonly aside: number;
  readonly advice: number;
  readonly adviceHeading: number;
  readonly name: number;
  readonly dose: number;
  readonly often: number;
  readonly number: number;
  readonly heading: number;
  readonly title: number;
  readonly subtitle: number;
  readonly meta: number;
  /** Running head and foot. */
  readonly small: number;
  readonly pose: number;
  /** Names of the rows of the diary. */
  readonly diary: number;
  /** Letters of one word that surely fit the narrowest column. */
  readonly wordMax: number;
  /** Height of a line of text as a share of its size. */
  readonly leading: number;
  /** Share of the standard gaps. */
  readonly air: number;
}

export type Style = Styles[string];

/** Body text is 11.5, larger than most handouts: many readers are old. */
export const STANDARD_SIZES: Sizes = {
  text: 11.5,
  aside: 10.5,
  advice: 10.5,
  adviceHeading: 13,
  name: 16,
  dose: 13,
  often: 12,
  number: 30,
  heading: 16,
  title: 27,
  subtitle: 13.5,
  meta: 10.5,
  small: 9.5,
  pose: 10,
  diary: 11,
  wordMax: 36,
  leading: 1.36,
  air: 1,
};

/** Large print: nothing that has to be read is below 18. */
export const LARGE_SIZES: Sizes = {
  text: 18,
  aside: 18,
  advice: 18,
  adviceHeading: 21,
  name: 24,
  dose: 21,
  often: 18,
  number: 36,
  heading: 24,
  title: 34,
  subtitle: 20,
  meta: 18,
  small: 11.5,
  pose: 16,
  diary: 14.5,
  wordMax: 26,
  leading: 1.27,
  air: 1.3,
};

/** Two languages beside each other. */
export const PAIR_SIZES: Sizes = {
  ...STANDARD_SIZES,
  aside: 10.5,
  name: 14.5,
  dose: 12.5,
  often: 11.5,
  title: 22,
  wordMax: 20,
  leading: 1.3,
};

/** Pictures with few words. */
export const PICTURE_SIZES: Sizes = {
  ...STANDARD_SIZES,
  text: 11,
  name: 13.5,
  dose: 12.5,
  often: 11,
  title: 22,
  subtitle: 12,
  wordMax: 20,
};

/** Height of the word under a pose. */
export const poseLabel = ({ pose }: Sizes) => Math.round(pose * 1.4);

/** Styles by what they are for. */
export function paperStyles(size: Sizes) {
  const gap = (points: number) => points * size.air;
  const styles = {
    text: { fontSize: size.text, lineHeight: size.leading },
    page: {
      fontFamily: FONT_FAMILY,
      color: INK.ink,
      paddingTop: MARGIN_TOP,
      paddingBottom: MARGIN_BOTTOM,
      paddingHorizontal: MARGIN,
    },
    bold: { fontWeight: 700 },
    quiet: { color: INK.secondary },
    runningHead: {
      flexDirection: "row",
      justifyContent: "space-between",
      paddingBottom: 4,
    },
    foot: {
      flexDirection: "row",
      justifyContent: "space-between",
      marginTop: 10,
      paddingTop: 7,
      borderTopWidth: 0.75,
      borderTopColor: INK.line,
    },
    small: { fontSize: size.small, color: INK.secondary, flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    smallEnd: { fontSize: size.small, color: INK.secondary, width: 250, textAlign: "right" },
    pageOf: { fontSize: size.small, color: INK.secondary, textAlign: "right" },
    footLine: { fontSize: size.small, color: INK.secondary },
    pageOfColumn: { width: size.small * 11 },
    columns: { flexDirection: "row", marginRight: -GUTTER },
    column: { flexGrow: 1, flexShrink: 1, flexBasis: 0, marginRight: GUTTER },
    bullet: { width: size.text * 0.9 },
    wideGap: { marginTop: gap(10) },
    address: { fontSize: size.meta, color: INK.secondary, lineHeight: 1.3 },
    clinicRow: { flexDirection: "row", alignItems: "flex-end", justifyContent: "space-between" },
    clinicName: { fontSize: size.adviceHeading, fontWeight: 700, color: INK.spruce },
    clinicDetail: { width: 250, marginLeft: 16 },
    titleRow: { flexDirection: "row", alignItems: "flex-end", marginTop: 16 },
    title: { fontSize: size.title, fontWeight: 700, lineHeight: 1.15 },
    subtitle: { fontSize: size.subtitle, marginTop: 4 },
    meta: { fontSize: size.meta, color: INK.secondary, marginTop: 1 },
    note: { marginTop: 14, paddingLeft: 12, borderLeftWidth: 2.5, borderLeftColor: INK.spruce },
    exercise: {
      flexDirection: "row",
      marginTop: 11,
      paddingTop: 10,
      borderTopWidth: 0.75,
      borderTopColor: INK.line,
    },
    exerciseWide: {
      marginTop: 12,
      paddingTop: 10,
      borderTopWidth: 0.75,
      borderTopColor: INK.line,
    },
    numberWide: { width: size.number * 1.5, marginBottom: 0 },
    picturesWide: { marginTop: gap(6), marginBottom: gap(2) },
    rail: { width: RAIL, marginRight: GUTTER },
    number: {
      fontSize: size.number,
      fontWeight: 700,
      lineHeight: 1,
      color: INK.spruce,
      marginBottom: 4,
    },
    pose: {
      fontSize: size.pose,
      lineHeight: 1,
      height: poseLabel(size),
      paddingTop: 2,
      color: INK.secondary,
    },
    body: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    name: { fontSize: size.name, fontWeight: 700, lineHeight: 1.25 },
    dose: {
      fontSize: size.dose,
      fontWeight: 700,
      lineHeight: 1.35,
      color: INK.spruce,
      fontFeatureSettings: ["tnum"],
      marginTop: 3,
    },
    star: { fontSize: size.often, fontWeight: 700, marginTop: 1 },
    often: { fontSize: size.often, color: INK.spruce, fontFeatureSettings: ["tnum"] },
    gap: { marginTop: gap(4) },
    aside: { fontSize: size.aside, color: INK.secondary },
    step: { flexDirection: "row", marginTop: 0.5 },
    stepMark: { width: size.text * 1.4, color: INK.secondary, fontFeatureSettings: ["tnum"] },
    grow: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
    caution: {
      marginTop: 7,
      marginBottom: 2,
      paddingVertical: 7,
      paddingHorizontal: 12,
      borderRadius: 5,
      backgroundColor: INK.marigoldTint,
      borderLeftWidth: 3,
      borderLeftColor: INK.marigold,
    },
    cautionTitle: { fontWeight: 700, color: INK.marigold },
    adviceFirst: {
      marginTop: 10,
      paddingTop: 6,
      borderTopWidth: 0.75,
      borderTopColor: INK.line,
    },
    adviceHeading: {
      fontSize: size.adviceHeading,
      fontWeight: 700,
      lineHeight: 1.25,
      color: INK.spruce,
    },
    adviceColumn: { flexGrow: 1, flexShrink: 1, flexBasis: 0, marginRight: GUTTER },
    adviceRow: { flexDirection: "row", marginRight: -GUTTER, marginTop: gap(5) },

    adviceTitle: { fontSize: size.advice, fontWeight: 700, lineHeight: 1.26 },
    adviceBody: { fontSize: size.advice, lineHeight: 1.26 },
    section: {
      marginTop: 18,
      paddingTop: 11,
      borderTopWidth: 1.5,
      borderTopColor: INK.ink,
    },
    heading: { fontSize: size.heading, fontWeight: 700, lineHeight: 1.25 },
    scale: { flexDirection: "row", marginTop: 10 },
    scaleCell: {
      flexGrow: 1,
      flexBasis: 0,
      textAlign: "center",
      paddingTop: 5,
      paddingBottom: 2,
      fontWeight: 700,
      borderTopWidth: 3,
      marginRight: 2,
      fontFeatureSettings: ["tnum"],
    },
    zone: {
      flexDirection: "row",
      paddingVertical: 6,
      borderBottomWidth: 0.75,
      borderBottomColor: INK.line,
    },
    zoneRange: { width: size.text * 12 },
    advice: { flexDirection: "row", marginTop: gap(10), marginRight: -GUTTER },
    adviceSay: { fontSize: size.text, color: INK.secondary },
    adviceName: { fontSize: size.text + 1, fontWeight: 700 },
    adviceMark: { width: 4, borderRadius: 2, marginRight: 12 },
    sign: { flexDirection: "row" },
    glance: { marginTop: gap(12), paddingTop: 6, borderTopWidth: 0.75, borderTopColor: INK.line },
    glanceRows: { flexDirection: "row" },
    glanceRow: {
      flexDirection: "row",
      paddingRight: GUTTER,
      color: INK.ink,
      textDecoration: "none",
    },
    glanceText: { fontSize: size.advice, lineHeight: 1.32 },
    glanceNumber: { width: size.advice * 1.9, color: INK.spruce, fontWeight: 700 },
    glancePage: { width: size.advice * 4.6, textAlign: "right", color: INK.secondary },
    pairHead: { flexDirection: "row", marginTop: 12, marginLeft: PAIR_RAIL + GUTTER },
    pairLanguage: { fontSize: size.adviceHeading, fontWeight: 700, color: INK.spruce },
    pairRail: { width: PAIR_RAIL, marginRight: GUTTER },
    pairRow: { flexDirection: "row", marginRight: -GUTTER },
    week: { marginTop: 16 },
    weekTitle: { fontSize: size.adviceHeading, fontWeight: 700, lineHeight: 1.25 },
    dayRow: { flexDirection: "row", borderBottomWidth: 0.75, borderBottomColor: INK.rule },
    dayHead: { flexDirection: "row", borderBottomWidth: 1.5, borderBottomColor: INK.ink },
    dayHeadCell: {
      width: DAY_WIDTH,
      paddingVertical: 3,
      borderLeftWidth: 0.75,
      borderLeftColor: INK.rule,
    },
    dayName: { fontSize: size.diary, fontWeight: 700, lineHeight: 1.2, textAlign: "center" },
    dayDate: { fontSize: size.diary - 1.5, lineHeight: 1.2, textAlign: "center" },
    dayLabel: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingVertical: 3, paddingRight: 6 },
    dayLabelName: { fontSize: size.diary, fontWeight: 700, lineHeight: 1.2 },
    dayLabelHint: { fontSize: size.diary - 2, lineHeight: 1.25, color: INK.secondary },
    dayCell: {
      width: DAY_WIDTH,
      minHeight: 27,
      paddingVertical: 3,
      borderLeftWidth: 0.75,
      borderLeftColor: INK.rule,
      flexDirection: "row",
      flexWrap: "wrap",
      justifyContent: "center",
      alignItems: "center",
      alignContent: "center",
    },
    dayOff: { backgroundColor: INK.off },
    tick: {
      width: size.diary + 4,
      height: size.diary + 4,
      margin: 2,
      borderWidth: 1.1,
      borderColor: INK.ink,
    },
    tickOptional: { borderStyle: "dashed", borderColor: INK.secondary },
    score: { width: 34, height: 20, borderRadius: 3 },
    scoreHalf: { width: 17, height: 20, borderRadius: 3, marginHorizontal: 1.5 },
    diaryNote: { marginTop: 8, height: 62, paddingLeft: 2 },
    diaryNoteLine: { height: 22, borderBottomWidth: 0.75, borderBottomColor: INK.rule },
    diaryHow: { marginTop: 8 },
    diaryWords: { fontSize: Math.max(10.5, size.diary - 0.5), lineHeight: 1.3 },
    phase: { marginTop: gap(18), paddingTop: 8, borderTopWidth: 1.5, borderTopColor: INK.ink },
    phaseText: { fontSize: size.text, lineHeight: size.leading, marginTop: 2 },
    starHow: { marginTop: gap(12), fontWeight: 700 },
    pictureRow: {
      flexDirection: "row",
      marginTop: 10,
      borderTopWidth: 0.75,
      borderTopColor: INK.line,
    },
    pictureCell: { paddingTop: 6 },
    pictureFigure: { marginBottom: 4, justifyContent: "flex-end" },
    besideRow: { flexDirection: "row" },
    besideFigure: { width: BESIDE, marginLeft: GUTTER },
    newest: { flexDirection: "row", alignItems: "center", marginLeft: 16, marginRight: -8 },
    newestWords: { width: size.small * 9.2, marginRight: 2 },
    newestLine: {
      fontSize: size.small - 0.5,
      lineHeight: 1.3,
      color: INK.secondary,
      textAlign: "right",
    },
  } satisfies Record<string, Style>;
  return styles as Record<keyof typeof styles, Style>;
}

export type PaperStyles = ReturnType<typeof paperStyles>;
