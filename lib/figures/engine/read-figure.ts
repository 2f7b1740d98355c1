import type { z } from "zod";
import { type FigureSource, figureSource } from "./source";
import { FigureError } from "./words";

/** The author's data checked for form. Throws `FigureError` naming exercise, place and what is wrong. */
export function readFigure(raw: unknown, slug: string): FigureSource {
  const result = figureSource.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const at = issue.path.map((step) => stepName(raw, issue.path, step)).join(" ");
    return `${slug}: ${at || "figure"}: ${inWords(issue)}`;
  });
  throw new FigureError(lines.join("\n"));
}

/** Key poses are named rather than numbered. */
function stepName(raw: unknown, path: readonly PropertyKey[], step: PropertyKey): string {
  const named =
    typeof step === "number" && path[0] === "poses"
      ? (raw as { poses?: { name?: unknown }[] }).poses?.[step]?.name
      : undefined;
  return typeof named === "string" ? `"${named}"` : String(step);
}

/** Belongs to the figure: the poses share it, so that nothing appears or goes while it moves. */
const SHARED = ["props", "camera", "base", "arrows"];

const shown = (value: unknown): string =>
  value === undefined
    ? "nothing"
    : typeof value === "number"
      ? String(value)
      : (JSON.stringify(value) ?? String(value));

const EXPECTED: Readonly<Record<string, string>> = {
  object: "named values",
  array: "a list",
  string: "a text",
  number: "a number",
  tuple: "a list of numbers",
};

/** What is wrong in a sentence of our own; what the data's description says itself is kept. */
function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys
        .map((key) =>
          issue.path[0] === "poses" && SHARED.includes(key)
            ? `"${key}" is the same in all poses: it is given once, for the figure`
            : `"${key}" is not known here`,
        )
        .join("; ");
    case "invalid_type":
      return `it takes ${EXPECTED[issue.expected] ?? issue.expected}, not ${shown(issue.input)}`;
    case "invalid_union":
    case "invalid_format":
    case "invalid_value":
      return issue.message.startsWith("Invalid")
        ? `${shown(issue.input)} is none of the things it can be`
        : issue.message;
    case "too_small":
    case "too_big":
      return issue.message.startsWith("Too")
        ? `${shown(issue.input)} has another length than it takes (${issue.code === "too_small" ? issue.minimum : issue.maximum})`
        : issue.message;
    default:
      return issue.message;
  }
}
