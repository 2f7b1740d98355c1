import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

const PACKAGES = join(process.cwd(), "node_modules");
const ATKINSON = join(PACKAGES, "@expo-google-fonts/atkinson-hyperlegible-next");
const DEJAVU = join(PACKAGES, "dejavu-fonts-ttf/ttf");

/** Families in the order in which a glyph is looked for; each has both weights, whole and static. */
const FAMILIES = [
  {
    family: "Atkinson Hyperlegible Next",
    400: join(ATKINSON, "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf"),
    700: join(ATKINSON, "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"),
  },
  {
    family: "DejaVu Sans",
    400: join(DEJAVU, "DejaVuSans.ttf"),
    700: join(DEJAVU, "DejaVuSans-Bold.ttf"),
  },
] as const;

export const FONT_FAMILY: string[] = FAMILIES.map(({ family }) => family);

/** Font files by weight, in the order of `FONT_FAMILY`. */
export const FONT_CHAINS: readonly (readonly string[])[] = [
  FAMILIES.map((f) => f[400]),
  FAMILIES.map((f) => f[700]),
];

/** Tells react-pdf the fonts, and never to hyphenate. */
export function registerFonts(): void {
  for (const family of FAMILIES)
    Font.register({
      family: family.family,
      fonts: [
        { src: family[400], fontWeight: 400 },
        { src: family[700], fontWeight: 700 },
      ],
    });
  Font.registerHyphenationCallback((word) => [word]);
}
