/** Letters whose lines are remembered; one takes roughly 100 bytes. */
const LETTERS_MAX = 80_000;

/** What layout makes of a text; never changed afterwards. */
interface SetText {
  readonly lines: readonly unknown[];
  /** Where aligned text stands in a box wider than its lines, in points. */
  readonly alignOffset?: number;
}

/** A node of react-pdf's tree, before and after layout. */
export interface TreeNode extends Partial<SetText> {
  readonly type: string;
  readonly style?: unknown;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly children?: readonly TreeNode[];
  /** A string; only of a text's innermost nodes. */
  readonly value?: string;
  /** Name of a text whose lines are not known yet. */
  lineKey?: string;
}

interface Entry extends SetText {
  readonly pieces: readonly string[];
  readonly letters: number;
}

function piecesOf(node: TreeNode): string[] {
  if (node.value !== undefined) return [node.value];
  return (node.children ?? []).flatMap(piecesOf);
}

const stylesOf = (node: TreeNode): unknown => [node.style, (node.children ?? []).map(stylesOf)];

/**
 * Sets each text once. react-pdf breaks a text into lines unless its node has some, so known lines are
 * given to the tree before layout and new ones taken from it afterwards. A text is known by its words,
 * its styles and those of all it stands in, which on our paper settle its width.
 */
export class LineMemory {
  private readonly known = new Map<string, Entry>();
  /** A number for each chain of styles that a text may stand in; our paper has a few dozen. */
  private readonly places = new Map<string, number>();
  private letters = 0;

  /** Gives known lines to the texts of a tree that has not been laid out. */
  recall(node: TreeNode, place = 0): void {
    if (node.type === "TEXT") {
      const lineKey = JSON.stringify([place, stylesOf(node), piecesOf(node)]);
      const { lines, alignOffset } = this.known.get(lineKey) ?? {};
      Object.assign(node, lines ? { lines, alignOffset } : { lineKey });
      return;
    }
    const name = JSON.stringify([place, node.props?.size, node.style]);
    const inside = this.places.get(name) ?? this.places.size + 1;
    this.places.set(name, inside);
    for (const child of node.children ?? []) this.recall(child, inside);
  }

  /** Keeps the lines of a tree that was laid out. */
  learn(node: TreeNode): void {
    const { lineKey, lines, alignOffset } = node;
    if (lineKey && lines) this.keep(lineKey, { lines, alignOffset }, piecesOf(node));
    else if (node.type !== "TEXT") for (const child of node.children ?? []) this.learn(child);
  }

  private keep(key: string, text: SetText, pieces: readonly string[]): void {
    const letters = pieces.join("").length;
    if (this.known.has(key) || this.letters + letters > LETTERS_MAX) return;
    this.known.set(key, { ...text, pieces, letters });
    this.letters += letters;
  }

  /**
   * Forgets every text but these, and of these the oldest beyond half of the room: what is a
   * patient's own does not outlive its document.
   */
  keepOnly(texts: ReadonlySet<string>): void {
    for (const [key, { pieces, letters }] of this.known)
      if (this.letters > LETTERS_MAX / 2 || !pieces.every((piece) => texts.has(piece.trim()))) {
        this.known.delete(key);
        this.letters -= letters;
      }
  }
}
