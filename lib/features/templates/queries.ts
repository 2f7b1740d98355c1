import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exercise } from "../../../db/schema/library";
import { template, templateExercise, templateText } from "../../../db/schema/template";
import type { ClinicAccess } from "../../auth/access";
import { CONDITIONS } from "../../domain/cautions/rules";
import { type Burden, planBurden } from "../../domain/dosage/burden";
import type { Dosage } from "../../domain/dosage/dosage";
import { searchable } from "../../domain/library/search-text";
import { LOCALES, type Locale } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import { type ExerciseCard, exerciseCards } from "../library/search-queries";
import { firstPhoto } from "../media/media-view";
import { mediaOfExercises } from "../media/queries";
import { dosageOfRow } from "../plans/dosage-of-row";
import { isTemplateId } from "./schema";

/** Why an exercise of a template is left out of plans. */
export type Obstacle = "retired" | "avoid" | "notReady";

/** One exercise of a template with its amount. */
export interface TemplateLine {
  readonly exercise: ExerciseCard;
  readonly dosage: Dosage;
  /** Null: it can be prescribed. */
  readonly obstacle: Obstacle | null;
}

export interface TemplateWords {
  readonly name: string;
  /** For the therapist: for whom, what for, when not. */
  readonly summary: string;
  /** For the patient, printed at the top of the plan. */
  readonly note: string;
}

/** What stands for an exercise in a row of pictures. */
export interface TemplateFigure {
  readonly figureId: string | null;
  /** Its first photo, where no picture was drawn. */
  readonly photoId: string | null;
  readonly mirrored: boolean;
}

/** A template as a list shows it; counts and minutes are of what can be prescribed. */
export interface TemplateCard {
  readonly id: string;
  /** False: one of Carryover's. */
  readonly own: boolean;
  readonly name: string;
  readonly summary: string;
  readonly regions: readonly string[];
  readonly conditions: readonly { readonly id: string; readonly name: string }[];
  readonly figures: readonly TemplateFigure[];
  readonly burden: Burden;
  /** Exercises that are left out of plans. */
  readonly leftOut: number;
  /** Names in every language, as search compares them. */
  readonly nameText: string;
  /** Names, conditions with their ids, and regions, as search compares them. */
  readonly searchText: string;
}

/** A template with everything that is known of it. */
export interface TemplateDetail extends TemplateCard {
  /** A clinic's own may lack a language. */
  readonly texts: Readonly<Partial<Record<Locale, TemplateWords>>>;
  readonly sources: readonly string[];
  /** Where choice and amounts come from. */
  readonly basis: string;
  readonly reviewState: string;
  readonly lines: readonly TemplateLine[];
}

type Row = typeof template.$inferSelect;
type TextRow = typeof templateText.$inferSelect;

interface Drawn {
  readonly dosage: Dosage;
  readonly figureId: string | null;
  readonly photoId: string | null;
  readonly obstacle: Obstacle | null;
}

const conditionName = (id: string) => CONDITIONS.find((one) => one.id === id)?.name ?? id;

function obstacleOf(row: {
  readonly retiredAt: Date | null;
  readonly recommended: boolean;
  readonly ready: boolean;
}): Obstacle | null {
  if (row.retiredAt !== null) return "retired";
  if (!row.recommended) return "avoid";
  return row.ready ? null : "notReady";
}

/** The lines of templates in order, with what the exercises are now. */
async function lineRows(tx: Tx, ids: readonly string[]) {
  const { retiredAt, recommended, ready, figureId } = exercise;
  const rows = await tx
    .select({ line: templateExercise, now: { retiredAt, recommended, ready, figureId } })
    .from(templateExercise)
    .innerJoin(exercise, eq(exercise.slug, templateExercise.slug))
    .where(inArray(templateExercise.templateId, [...ids]))
    .orderBy(asc(templateExercise.templateId), asc(templateExercise.position));
  const undrawn = rows.filter(({ now }) => now.figureId === null).map(({ line }) => line.slug);
  const media = await mediaOfExercises(tx, [...new Set(undrawn)]);
  return rows.map(({ line, now }) => ({
    templateId: line.templateId,
    slug: line.slug,
    dosage: dosageOfRow(line),
    figureId: now.figureId,
    photoId: firstPhoto(media.get(line.slug) ?? [])?.id ?? null,
    obstacle: obstacleOf(now),
  }));
}

function cardOf(row: Row, texts: readonly TextRow[], lines: readonly Drawn[]): TemplateCard {
  const own = texts.filter(({ id }) => id === row.id);
  const text = own.find(({ locale }) => locale === "en") ?? own[0];
  const conditions = row.conditions.map((id) => ({ id, name: conditionName(id) }));
  const usable = lines.filter(({ obstacle }) => obstacle === null);
  const nameText = searchable(own.map(({ name }) => name).join(" "));
  const more = [...conditions.flatMap(({ id, name }) => [id, name]), ...row.regions];
  return {
    id: row.id,
    own: row.clinicId !== null,
    name: text?.name ?? "",
    summary: text?.summary ?? "",
    regions: row.regions,
    conditions,
    figures: usable.map(({ figureId, photoId, dosage }) => ({
      figureId,
      photoId,
      mirrored: dosage.side === "left",
    })),
    burden: planBurden(usable.map(({ dosage }) => dosage)),
    leftOut: lines.length - usable.length,
    nameText,
    searchText: `${nameText} ${searchable(more.join(" "))}`,
  };
}

/** Carryover's templates and the clinic's own, by name. */
export async function templateCards(
  access: ClinicAccess<"view-library">,
): Promise<readonly TemplateCard[]> {
  return inScope(access.scope, async (tx) => {
    const rows = await tx.select().from(template).where(isNull(template.retiredAt));
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const [texts, lines] = await Promise.all([
      tx.select().from(templateText).where(inArray(templateText.id, ids)),
      lineRows(tx, ids),
    ]);
    return rows
      .map((row) =>
        cardOf(
          row,
          texts,
          lines.filter(({ templateId }) => templateId === row.id),
        ),
      )
      .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
  });
}

function wordsOf(texts: readonly TextRow[]): TemplateDetail["texts"] {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const found = texts.find((text) => text.locale === locale);
      if (!found) return [];
      const { name, summary, note } = found;
      return [[locale, { name, summary, note }]];
    }),
  );
}

/** One template for a running transaction; null for an unknown, a retired and another clinic's alike. */
export async function readTemplate(tx: Tx, id: string): Promise<TemplateDetail | null> {
  if (!isTemplateId(id)) return null;
  const [[row], texts, lines] = await Promise.all([
    tx
      .select()
      .from(template)
      .where(and(eq(template.id, id), isNull(template.retiredAt))),
    tx.select().from(templateText).where(eq(templateText.id, id)),
    lineRows(tx, [id]),
  ]);
  if (!row) return null;
  const cards = await exerciseCards(tx, [...new Set(lines.map(({ slug }) => slug))], "en");
  const cardOfSlug = new Map(cards.map((card) => [card.slug, card]));
  return {
    ...cardOf(row, texts, lines),
    texts: wordsOf(texts),
    sources: row.sources,
    basis: row.basis,
    reviewState: row.reviewState,
    lines: lines.flatMap(({ slug, dosage, obstacle }) => {
      const card = cardOfSlug.get(slug);
      return card ? [{ exercise: card, dosage, obstacle }] : [];
    }),
  };
}

/** One template with its exercises as they are now. Throws `NotFound`. */
export async function templateDetail(
  access: ClinicAccess<"view-library">,
  id: string,
): Promise<TemplateDetail> {
  return inScope(access.scope, async (tx) => {
    const found = await readTemplate(tx, id);
    if (!found) throw new NotFound();
    return found;
  });
}
