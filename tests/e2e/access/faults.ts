import { type House, type NeedleGroup, needlesOf } from "../../support/house";
import { type Answer, leaks } from "./send";

/** Needles of the house outside the groups that may be shown. */
export function hidden(house: House, shown: readonly NeedleGroup[]): string[] {
  const groups = Object.keys(house.needles) as NeedleGroup[];
  return needlesOf(house, ...groups.filter((group) => !shown.includes(group)));
}

/** What an answer gives away, in words. */
export function given(
  what: string,
  answer: Answer,
  house: House,
  shown: readonly NeedleGroup[],
): string[] {
  return leaks(answer, hidden(house, shown)).map((needle) => `${what}: shows ${needle}`);
}

/** What is wrong with an answer: what it gives away, and that the server broke over it. */
export function faults(
  what: string,
  answer: Answer,
  house: House,
  shown: readonly NeedleGroup[],
): string[] {
  const found = given(what, answer, house, shown);
  return answer.status >= 500 ? [...found, `${what}: ${answer.status}`] : found;
}
