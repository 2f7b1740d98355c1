import type { LineItem } from "./line-items";

const HAS_DIGIT = /\p{Nd}/u;
const IS_NUMBER = /^[\d.,]+$/;
/** After these a number belongs to the name: "figure 4". */
const COUNTED = /^(?:figure|figura|level|stage|grade|phase|part|version)$/;

/**
 * Which items are the name: from the first word to the last before the first sure dose. Numbers at its end
 * are left out ("bridge 10"): they may be meant as a dose. Null: no name.
 */
export function nameItems(
  items: readonly LineItem[],
  plain: string,
): readonly [number, number] | null {
  const isStar = ({ fields }: LineItem) => fields[0] === "mustDo";
  const first = items.findIndex((item) => item.kind !== "between" && !isStar(item));
  const sure = items.findIndex(({ kind }, i) => i >= first && kind === "dose");
  const head = items.slice(0, sure < 0 ? items.length : sure);
  const wordsOf = (at: number) => plain.slice(head[at]?.from, head[at]?.to);
  const words = head.flatMap(({ kind }, at) => (kind === "word" ? [at] : []));
  const isCount = (at: number) => HAS_DIGIT.test(wordsOf(at)) && !COUNTED.test(wordsOf(at - 1));
  const firstPlain = words.find((at) => !HAS_DIGIT.test(wordsOf(at)));
  let last = words.pop();
  while (last !== undefined && isCount(last)) {
    const isAfterName = firstPlain !== undefined && firstPlain < last;
    if (!isAfterName && !IS_NUMBER.test(wordsOf(last))) break;
    last = words.pop();
  }
  return last === undefined ? null : [first, last];
}
