import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { type DosageBasis, exercise, exerciseText, type Origin } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import type { PrecautionRule } from "../../domain/cautions/rule-set";
import { RULE_SET } from "../../domain/cautions/rules";
import { rulesTouching } from "../../domain/cautions/rules-of-traits";
import type { Dosage } from "../../domain/dosage/dosage";
import { defaultDosage } from "../../domain/library/default-dosage";
import type { ExerciseFacts, ExerciseWords } from "../../domain/library/exercise-content";
import { wordsIn } from "../../domain/library/words-of";
import { NotFound } from "../../errors/app-error";
import type { MediaView } from "../media/media-view";
import { mediaOfExercises } from "../media/queries";
import { mayEdit, wordsOfRows } from "./own-exercise";
import { type Standing, standingOf } from "./standing-queries";

/** A rule with the names that a page shows. */
export interface RuleView
  extends Pick<PrecautionRule, "severity" | "reason" | "modification" | "evidence" | "sources"> {
  readonly id: string;
  readonly conditionName: string;
  readonly traitLabel: string;
  readonly endsText: string | null;
}

/** One exercise of the library with everything that is known of it. */
export interface ExerciseDetail extends Standing, ExerciseFacts {
  readonly slug: string;
  /** In English, else in the language there is. */
  readonly name: string;
  /** A language may lack its text, never both. */
  readonly texts: ExerciseWords;
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
  readonly origin: Origin;
  readonly isRetired: boolean;
  /** May be changed by who looks at it. */
  readonly isMineToEdit: boolean;
  /** Digest of what a reviewer reads. */
  readonly contentDigest: string;
  /** Its picture; null: none was drawn. */
  readonly figureId: string | null;
  readonly media: readonly MediaView[];
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

/**
 * One exercise in the languages it has, with its rules, its neighbours and how it stands with the clinic.
 * Throws `NotFound` for an unknown one and for a retired one of Carryover's; a clinic still reads its own.
 */
export async function exerciseDetail(
  access: ClinicAccess<"view-library">,
  slug: string,
): Promise<ExerciseDetail> {
  return inScope(access.scope, async (tx) => {
    const [[row], texts] = await Promise.all([
      tx
        .select()
        .from(exercise)
        .where(
          and(
            eq(exercise.slug, slug),
            or(isNull(exercise.retiredAt), isNotNull(exercise.clinicId)),
          ),
        ),
      tx
        .select()
        .from(exerciseText)
        .where(eq(exerciseText.slug, slug))
        .orderBy(asc(exerciseText.locale)),
    ]);
    const words = wordsIn(texts, "en");
    if (!row || !words) throw new NotFound();
    const [found, standing, media] = await Promise.all([
      neighbours(tx, [...row.easier, ...row.harder]),
      standingOf(tx, access, row, texts),
      mediaOfExercises(tx, [row.slug]),
    ]);
    const rules = rulesTouching(row.traits, RULE_SET);
    const known = (slugs: readonly string[]) => slugs.flatMap((s) => found.get(s) ?? []);
    return {
      slug: row.slug,
      name: words.text.name,
      texts: wordsOfRows(texts),
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
      ...standing,
      origin: row.origin,
      isRetired: row.retiredAt !== null,
      isMineToEdit: mayEdit(access, row),
      contentDigest: row.contentDigest,
      figureId: row.figureId,
      media: media.get(row.slug) ?? [],
    };
  });
}
