import type { Material, Shade, Tone } from "./art";

/** "grey" is for printing without colour: lightness tells shirt, trousers, skin and arrow apart. */
export type Palette = "colour" | "grey";

/** Nearest and farthest shade of the body's materials. */
const BODY = {
  skin: ["d2ae93", "a98870"],
  shirt: ["2f7f79", "22605c"],
  trousers: ["26484f", "182f34"],
  hair: ["3b332f", "2a2422"],
} as const;

/** Top, front and side of things. */
const THINGS = {
  mat: ["dce7e2", "cbdad4", "bccdc6"],
  floor: ["dfe8e3", "d2ded8", "c4d2cb"],
  wood: ["eadcc4", "dcc9a9", "c4ad87"],
  wall: ["f1ece2", "e9e2d5", "dbd2c2"],
  cloth: ["dfd8e1", "cfc6d3", "b8adbe"],
  soft: ["ede1c8", "dfd0b1", "c9b791"],
  rubber: ["93aec2", "7b97ad", "637f96"],
  metal: ["c6cccd", "a6afb2", "889195"],
  arrow: ["c8741a", "c8741a", "c8741a"],
} as const;

const SHADES: readonly Shade[] = [0, 1, 2, 3, 4];
const CONTOUR_INK = "101819";
const CONTOUR_MIX = 0.34;
/** An arrow is as light as skin in grey, and would be lost on it. */
const GREY_ARROW = "#2b2b2b";

const channels = (hex: string) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const toHex = (rgb: readonly number[]) =>
  rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("");

function mix(from: string, to: string, part: number): string {
  const [a, b] = [channels(from), channels(to)];
  return toHex(a.map((channel, i) => channel + ((b[i] as number) - channel) * part));
}

/** As light as the colour is to the eye (Rec. 709 luma of the written values). */
function greyed(hex: string): string {
  const [r, g, b] = channels(hex) as [number, number, number];
  const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return toHex([luma, luma, luma]);
}

function baseColour(material: Material, shade: Shade): string {
  if (material in BODY) {
    const [near, far] = BODY[material as keyof typeof BODY];
    return mix(near, far, shade / 4);
  }
  return THINGS[material as keyof typeof THINGS][Math.min(shade, 2)] as string;
}

const MADE = new Map<string, { readonly fill: string; readonly contour: string }>();
for (const material of [...Object.keys(BODY), ...Object.keys(THINGS)] as Material[]) {
  for (const shade of SHADES) {
    const base = baseColour(material, shade);
    const grey = greyed(base);
    const isArrow = material === "arrow";
    MADE.set(`colour ${material}-${shade}`, {
      fill: `#${base}`,
      contour: `#${mix(base, CONTOUR_INK, CONTOUR_MIX)}`,
    });
    MADE.set(`grey ${material}-${shade}`, {
      fill: isArrow ? GREY_ARROW : `#${grey}`,
      contour: `#${mix(grey, "000000", CONTOUR_MIX)}`,
    });
  }
}

/** Fill of a tone as `#rrggbb`. Throws for a tone that no material has. */
export function toneColour(tone: Tone, palette: Palette = "colour"): string {
  return made(tone, palette).fill;
}

/** The line around a part of the body where it lies over another: its tone, a third darker. */
export function contourColour(tone: Tone, palette: Palette = "colour"): string {
  return made(tone, palette).contour;
}

function made(tone: Tone, palette: Palette) {
  const colours = MADE.get(`${palette} ${tone}`);
  if (!colours) throw new Error(`figure: no colour for ${tone}`);
  return colours;
}
