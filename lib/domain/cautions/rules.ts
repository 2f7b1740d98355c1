import data from "./conditions.json" with { type: "json" };
import type { Condition, PrecautionRule, RuleSet, Trait } from "./rule-set";

/** The rules that ship with the software; sources and evidence grade stand in each rule. */
export const RULE_SET = data as RuleSet;
export const TRAITS: readonly Trait[] = RULE_SET.traits;
export const CONDITIONS: readonly Condition[] = RULE_SET.conditions;
export const RULES: readonly PrecautionRule[] = RULE_SET.rules;
