import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { type DosageBasis, exercise, exerciseText } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import type { PrecautionRule } from "../../domain/cautions/rule-set";
import { RULE_SET } from "../../domain/cautions/rules";
import { rulesTouching } from "../../domain/cautions/rules-of-traits";
import type { Dosage, Side } from "../../domain/dosage/dosage";
import { defaultDosage } from "../../domain/library/default-dosage";
import { LOCALES, type Locale } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";

/** What a patient reads of an exercise, in one language. */
export interface ExerciseTexts {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly setup: string;
  readonly steps: readonly string[];
  readonly feel: string;
  readonly cautions: readonly string[];
  readonly faults: readonly string[];
  readonly alt: string;
}

/** A rule with the names that a page shows. */
export interface RuleView
  extends Pick<PrecautionRule, "severity" | "reason" | "modification" | "evidence" | "sources"> {
  readonly id: string;
  readonly conditionName: string;
  readonly traitLabel: string;
  readonly endsText: string | null;
}

/** One exercise of the library with everything that is known of it. */
export interface ExerciseDetail {
  readonly slug: string;
  readonly texts: Readonly<Record<Locale, ExerciseTexts>>;
  readonly kind: string;
  readonly side: Side;
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly equipment: readonly string[];
  readonly optionalEquipment: readonly string[];
  readonly traits: readonly string[];
  readonly rules: readonly RuleView[];
  /** Rules that fire for every exercise. */
  readonly anyRules: readonly RuleView[];
  readonly ruleStatus: string;
  readonly dosage: Dosage;
  readonly dosageBasis: DosageBasis;
  readonly dosageSource: string | null;
  /** The source's own words on the amount. */
  readonly dosageStated: string | null;
  readonly sources: readonly string[];
  readonly easier: readonly Neighbour[];
  readonly harder: readonly Neighbour[];
  /** False: listed as something to avoid; cannot be prescribed. */
  readonly recommended: boolean;
  readonly reviewState: string;
  /** Its picture; null: none was drawn. */
  readonly figureId: string | null;
}

export interface Neighbour {
  readonly slug: string;
  readonly name: string;
  readonly figureId: string | null;
}

function ruleView(rule: PrecautionRule): RuleView {
  const { condition, trait, severity, reason, modification, evidence, sources, ends } = rule;
  return {
    id: `${condition} ${trait}`,
    conditionName: RULE_SET.conditions.find(({ id }) => id === condition)?.name ?? condition,
    traitLabel: RULE_SET.traits.find(({ id }) => id === trait)?.label ?? trait,
    severity,
    reason,
    modification,
    evidence,
    sources,
    endsText: ends?.text ?? null,
  };
}

async function neighbours(tx: Tx, slugs: readonly string[]): Promise<Map<string, Neighbour>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .select({ slug: exercise.slug, name: exerciseText.name, figureId: exercise.figureId })
    .from(exercise)
    .innerJoin(exerciseText, eq(exerciseText.slug, exercise.slug))
    .where(
      and(
        inArray(exercise.slug, [...slugs]),
        eq(exerciseText.locale, "en"),
        isNull(exercise.retiredAt),
      ),
    );
  return new Map(rows.map((row) => [row.slug, row]));
}

function toTexts(rows: readonly (typeof exerciseText.$inferSelect)[], locale: Locale) {
  const row = rows.find((text) => text.locale === locale);
  if (!row) throw new NotFound();
  const { name, aliases, setup, steps, feel, cautions, faults, alt } = row;
  return { name, aliases, setup, steps, feel, cautions, faults, alt };
}

/** One exercise in both languages, with its rules and neighbours. Throws `NotFound` for an unknown or retired one. */
export async function exerciseDetail(
  access: ClinicAccess<"view-library">,
  slug: string,
): Promise<ExerciseDetail> {
  return inScope(access.scope, async (tx) => {
    const [[row], texts] = await Promise.all([
      tx
        .select()
        .from(exercise)
        .where(and(eq(exercise.slug, slug), isNull(exercise.retiredAt))),
      tx
        .select()
        .from(exerciseText)
        .where(eq(exerciseText.slug, slug))
        .orderBy(asc(exerciseText.locale)),
    ]);
    if (!row) throw new NotFound();
    const found = await neighbours(tx, [...row.easier, ...row.harder]);
    const rules = rulesTouching(row.traits, RULE_SET);
    const known = (slugs: readonly string[]) => slugs.flatMap((s) => found.get(s) ?? []);
    return {
      slug: row.slug,
      texts: Object.fromEntries(
        LOCALES.map((locale) => [locale, toTexts(texts, locale)]),
      ) as unknown as Record<Locale, ExerciseTexts>,
      kind: row.kind,
      side: row.side,
      regions: row.regions,
      positions: row.positions,
      equipment: row.equipment,
      optionalEquipment: row.optionalEquipment,
      traits: row.traits.map((id) => RULE_SET.traits.find((t) => t.id === id)?.label ?? id),
      rules: rules.own.map(ruleView),
      anyRules: rules.any.map(ruleView),
      ruleStatus: RULE_SET.status,
      dosage: defaultDosage(row),
      dosageBasis: row.dosageBasis,
      dosageSource: row.dosageSource,
      dosageStated: row.dosageStated,
      sources: row.sources,
      easier: known(row.easier),
      harder: known(row.harder),
      recommended: row.recommended,
      reviewState: row.reviewState,
      figureId: row.figureId,
    };
  });
}
