import { StyleSheet } from "@react-pdf/renderer";
import { FONT_FAMILY } from "./fonts";

/** Tokens of the look, for paper. */
export const INK = {
  ink: "#16282B",
  secondary: "#54666A",
  line: "#D9D3C8",
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
/** Height of the word under a pose. */
export const POSE_LABEL = 14;
export const MARGIN = 42;
export const MARGIN_TOP = 34;
export const MARGIN_BOTTOM = 26;

/** Sizes in points. Body text is 11.5, larger than most handouts: many readers are old. */
export const paper = StyleSheet.create({
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
  small: { fontSize: 9.5, color: INK.secondary, flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  smallEnd: { fontSize: 9.5, color: INK.secondary, width: 250, textAlign: "right" },
  pageOf: { fontSize: 9.5, color: INK.secondary, width: 90, textAlign: "right" },
  clinicRow: { flexDirection: "row", alignItems: "flex-end", justifyContent: "space-between" },
  clinicName: { fontSize: 13, fontWeight: 700, color: INK.spruce },
  clinicDetail: { width: 250, marginLeft: 16 },
  titleRow: { flexDirection: "row", alignItems: "flex-end", marginTop: 16 },
  title: { fontSize: 27, fontWeight: 700, lineHeight: 1.15 },
  subtitle: { fontSize: 13.5, marginTop: 4 },
  meta: { fontSize: 10.5, color: INK.secondary, marginTop: 1 },
  note: { marginTop: 14, paddingLeft: 12, borderLeftWidth: 2.5, borderLeftColor: INK.spruce },
  exercise: {
    flexDirection: "row",
    marginTop: 11,
    paddingTop: 10,
    borderTopWidth: 0.75,
    borderTopColor: INK.line,
  },
  rail: { width: RAIL, marginRight: GUTTER },
  number: { fontSize: 30, fontWeight: 700, lineHeight: 1, color: INK.spruce, marginBottom: 4 },
  pose: { fontSize: 10, lineHeight: 1, height: POSE_LABEL, paddingTop: 2, color: INK.secondary },
  body: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  name: { fontSize: 16, fontWeight: 700, lineHeight: 1.25 },
  dose: {
    fontSize: 13,
    fontWeight: 700,
    lineHeight: 1.35,
    color: INK.spruce,
    fontFeatureSettings: ["tnum"],
    marginTop: 3,
  },
  often: { fontSize: 12, color: INK.spruce, fontFeatureSettings: ["tnum"] },
  gap: { marginTop: 4 },
  aside: { fontSize: 10.5, color: INK.secondary },
  step: { flexDirection: "row", marginTop: 0.5 },
  stepMark: { width: 16, color: INK.secondary, fontFeatureSettings: ["tnum"] },
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
  adviceHeading: { fontSize: 13, fontWeight: 700, lineHeight: 1.25, color: INK.spruce },
  adviceColumns: { flexDirection: "row", marginRight: -GUTTER },
  adviceColumn: { flexGrow: 1, flexShrink: 1, flexBasis: 0, marginRight: GUTTER },
  adviceItem: { marginTop: 3 },
  adviceTitle: { fontSize: 10.5, fontWeight: 700, lineHeight: 1.26 },
  adviceBody: { fontSize: 10.5, lineHeight: 1.26 },
  section: {
    marginTop: 22,
    paddingTop: 13,
    borderTopWidth: 1.5,
    borderTopColor: INK.ink,
  },
  heading: { fontSize: 16, fontWeight: 700, lineHeight: 1.25 },
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
    paddingVertical: 8,
    borderBottomWidth: 0.75,
    borderBottomColor: INK.line,
  },
  zoneRange: { width: 136 },
  advice: { flexDirection: "row", marginTop: 10 },
  adviceMark: { width: 4, borderRadius: 2, marginRight: 12 },
  sign: { flexDirection: "row" },
  newest: { flexDirection: "row", alignItems: "center", marginLeft: 16, marginRight: -8 },
  newestWords: { width: 86, marginRight: 2 },
  newestLine: { fontSize: 9, lineHeight: 1.3, color: INK.secondary, textAlign: "right" },
});
