import type { Severity } from "../../domain/cautions/rule-set";
import { RULE_SET } from "../../domain/cautions/rules";
import { rulesTouching } from "../../domain/cautions/rules-of-traits";
import type { TemplateLine } from "./line-queries";

/** A condition that speaks against exercises of a set, with the reasons and the exercises. */
export interface TemplateRule {
  readonly conditionId: string;
  readonly conditionName: string;
  readonly severity: Severity;
  readonly reasons: readonly string[];
  readonly exercises: readonly { readonly slug: string; readonly name: string }[];
}

/**
 * What to think of before a set is used: conditions whose rules touch its exercises by themselves, strongest
 * first, then those that touch most exercises. Rules that fire for every exercise are left out.
 */
export function templateRules(
  lines: readonly Pick<TemplateLine, "exercise" | "obstacle">[],
): TemplateRule[] {
  const found = new Map<string, TemplateRule>();
  for (const { exercise, obstacle } of lines) {
    if (obstacle !== null) continue;
    for (const { condition, severity, reason } of rulesTouching(exercise.traits, RULE_SET).own) {
      const key = `${severity} ${condition}`;
      const before = found.get(key);
      const reasons = before?.reasons ?? [];
      const exercises = before?.exercises ?? [];
      const known = exercises.some(({ slug }) => slug === exercise.slug);
      found.set(key, {
        conditionId: condition,
        conditionName: RULE_SET.conditions.find(({ id }) => id === condition)?.name ?? condition,
        severity,
        reasons: reasons.includes(reason) ? reasons : [...reasons, reason],
        exercises: known ? exercises : [...exercises, { slug: exercise.slug, name: exercise.name }],
      });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(b.severity === "contraindicated") - Number(a.severity === "contraindicated") ||
      b.exercises.length - a.exercises.length ||
      a.conditionName.localeCompare(b.conditionName, "en"),
  );
}
