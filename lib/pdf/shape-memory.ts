import { Font } from "@react-pdf/renderer";
import { REGISTERED } from "./fonts";

/** Letters whose shapes are remembered per font; one takes roughly 100 bytes. */
const LETTERS_MAX = 60_000;

interface Shaped {
  readonly glyphs: readonly unknown[];
  readonly positions: readonly object[];
}

type Shape = (text: string, features?: unknown, ...rest: unknown[]) => Shaped;

/** Shapes each text of a font once. Who asks gets a copy: pdfkit scales positions in place. */
export class ShapeMemory {
  private readonly known = new Map<string, { text: string; shaped: Shaped }>();
  private letters = 0;

  constructor(private readonly shape: Shape) {}

  /** The glyphs of a text; the same as the font's own answer. */
  layout(text: string, features: unknown, rest: readonly unknown[]): Shaped {
    const key = JSON.stringify([text, features, rest]);
    let entry = this.known.get(key);
    if (!entry) {
      entry = { text, shaped: this.shape(text, features, ...rest) };
      if (this.letters + text.length <= LETTERS_MAX) {
        this.known.set(key, entry);
        this.letters += text.length;
      }
    }
    const { shaped } = entry;
    return Object.assign(Object.create(Object.getPrototypeOf(shaped)), shaped, {
      glyphs: [...shaped.glyphs],
      positions: shaped.positions.map((position) => ({ ...position })),
    });
  }

  /**
   * Forgets every text but these, and of these the oldest beyond half of the room: what is a
   * patient's own does not outlive its document.
   */
  keepOnly(texts: ReadonlySet<string>): void {
    for (const [key, { text }] of this.known)
      if (this.letters > LETTERS_MAX / 2 || !texts.has(text.trim())) {
        this.known.delete(key);
        this.letters -= text.length;
      }
  }
}

/** Loads the registered fonts and gives each a memory of the shapes it has set. */
export async function rememberShapes(): Promise<ShapeMemory[]> {
  return Promise.all(
    REGISTERED.map(async (descriptor) => {
      await Font.load(descriptor);
      const font = Font.getFont(descriptor)?.data as unknown as { layout: Shape };
      const memory = new ShapeMemory(font.layout.bind(font));
      font.layout = (text, features, ...rest) => memory.layout(text, features, rest);
      return memory;
    }),
  );
}
