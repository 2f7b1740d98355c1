import layoutDocument, { type SafeDocumentNode, type SafePageNode } from "@react-pdf/layout";
import { type DocumentProps, Font, pdf } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { LineMemory, type TreeNode } from "./line-memory";

/** A document whose boxes have their places and whose texts have their lines. */
export type LaidDocument = SafeDocumentNode;
export type LaidPage = SafePageNode;
export type LaidNode = NonNullable<LaidPage["children"]>[number];

const memory = new LineMemory();

/** The type of react-pdf's layout leaves out the fonts that it takes. */
const lay = layoutDocument as unknown as (
  tree: TreeNode,
  fonts: typeof Font,
) => Promise<LaidDocument>;

/** Gives every element its place, in points from its parent's top left corner. */
export async function layOut(element: ReactElement<DocumentProps>): Promise<LaidDocument> {
  const tree: TreeNode = pdf(element).container.document;
  memory.recall(tree);
  const laid = await lay(tree, Font);
  memory.learn(laid as unknown as TreeNode);
  return laid;
}

/** Forgets how texts were set, but for these. */
export function forgetTextsBut(texts: ReadonlySet<string>): void {
  memory.keepOnly(texts);
}
