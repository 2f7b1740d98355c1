import { inArray } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { exercise } from "../../../db/schema/library";
import type { LadderStep } from "../../domain/plan/line";
import { type ExerciseCard, exerciseCards } from "../library/search-queries";
import { type ContentLine, slugsOfLines } from "../plans/draft-content";

/** Why an exercise of a template is left out of plans. */
export type Obstacle = "retired" | "avoid" | "notReady";

/** One line as it is kept apart from a plan: everything but its id and its days. */
export type KeptLine = Omit<ContentLine, "lineId" | "startsOn" | "endsOn">;

/** Something that can be put into a plan, with what the library says of it now. */
interface Offered {
  readonly exercise: ExerciseCard;
  /** Null: it can be prescribed. */
  readonly obstacle: Obstacle | null;
}

export interface TemplateStep extends Omit<LadderStep, "slug">, Offered {}

/** One exercise of a template or another plan. */
export interface TemplateLine extends Omit<KeptLine, "slug" | "ladder">, Offered {
  readonly ladder: readonly TemplateStep[];
}

/** Why an exercise cannot be prescribed any more; null: it can. */
export function obstacleOf(row: {
  readonly retiredAt: Date | null;
  readonly recommended: boolean;
  readonly ready: boolean;
}): Obstacle | null {
  if (row.retiredAt !== null) return "retired";
  if (!row.recommended) return "avoid";
  return row.ready ? null : "notReady";
}

/** A line of a plan without what only that plan has. */
export function keptOf({ lineId: _, startsOn: __, endsOn: ___, ...kept }: ContentLine): KeptLine {
  return kept;
}

/** Kept lines in order, each with its exercise and its variants as they are now. */
export async function templateLines(
  tx: Tx,
  lines: readonly KeptLine[],
): Promise<readonly TemplateLine[]> {
  const slugs = [...new Set(slugsOfLines(lines))];
  if (slugs.length === 0) return [];
  const { slug, retiredAt, recommended, ready } = exercise;
  const [cards, rows] = await Promise.all([
    exerciseCards(tx, slugs, "en"),
    tx
      .select({ slug, retiredAt, recommended, ready })
      .from(exercise)
      .where(inArray(exercise.slug, slugs)),
  ]);
  const cardOf = new Map(cards.map((card) => [card.slug, card]));
  const obstacles = new Map(rows.map((row) => [row.slug, obstacleOf(row)]));
  const offered = (of: string): Offered[] => {
    const card = cardOf.get(of);
    return card ? [{ exercise: card, obstacle: obstacles.get(of) ?? null }] : [];
  };
  return lines.flatMap(({ slug: of, ladder, ...line }) =>
    offered(of).map((one) => ({
      ...line,
      ...one,
      ladder: ladder.flatMap(({ slug: other, ...step }) =>
        offered(other).map((variant) => ({ ...step, ...variant })),
      ),
    })),
  );
}
