/** A bullet or a number that a list was pasted with; "3x10" and "90/90" are none. */
const MARKER = /^(?:[-–—•·‣▪◦●○*+>]|(?:\(?\d{1,2}|[a-z])[.)])[\s ]+/iu;
const CHECKBOX = /^\[[ xX]?\][\s ]+/u;

/** The lines of a pasted list: without bullets, numbers and tick boxes; empty ones are left out. */
export function pastedLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/u)
    .map((line) =>
      line.replace(/\t+/gu, " ").trim().replace(MARKER, "").replace(CHECKBOX, "").trim(),
    )
    .filter((line) => line !== "");
}
