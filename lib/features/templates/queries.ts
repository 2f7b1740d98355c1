import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exercise } from "../../../db/schema/library";
import { appUser } from "../../../db/schema/people";
import {
  template,
  templateExercise,
  templatePhase,
  templateText,
} from "../../../db/schema/template";
import type { ClinicAccess } from "../../auth/access";
import { CONDITIONS } from "../../domain/cautions/rules";
import { type Burden, planBurden } from "../../domain/dosage/burden";
import { searchable } from "../../domain/library/search-text";
import type { Phase } from "../../domain/plan/phase";
import { LOCALES, type Locale } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import { firstPhoto } from "../media/media-view";
import { mediaOfExercises } from "../media/queries";
import { linesOfRows, phaseOfRow } from "../plans/draft-rows";
import {
  type KeptLine,
  keptOf,
  type Obstacle,
  obstacleOf,
  type TemplateLine,
  templateLines,
} from "./line-queries";
import { isTemplateId } from "./schema";

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

/** Whose a template is: Carryover's, everybody's at the clinic, the reader's alone. */
export const TEMPLATE_ORIGINS = ["ready", "clinic", "mine"] as const;
export type TemplateOrigin = (typeof TEMPLATE_ORIGINS)[number];

/** A template as a list shows it; counts and minutes are of what can be prescribed. */
export interface TemplateCard {
  readonly id: string;
  readonly origin: TemplateOrigin;
  /** Who made it; null: one of Carryover's. */
  readonly author: string | null;
  readonly isRetired: boolean;
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
  readonly revision: number;
  /** Null: one of Carryover's. */
  readonly authorId: string | null;
  /** Language of cues and cautions; null: it is not known. */
  readonly writtenIn: Locale | null;
  /** In order, without days; empty: it has none. */
  readonly phases: readonly Phase[];
  readonly lines: readonly TemplateLine[];
}

type Row = typeof template.$inferSelect & { readonly author: string | null };
type TextRow = typeof templateText.$inferSelect;

/** What the library says of an exercise now, and what stands for it. */
interface Drawn {
  readonly figureId: string | null;
  readonly photoId: string | null;
  readonly obstacle: Obstacle | null;
}

const conditionName = (id: string) => CONDITIONS.find((one) => one.id === id)?.name ?? id;

/** The lines of templates in order, by template. */
async function linesByTemplate(tx: Tx, ids: readonly string[]): Promise<Map<string, KeptLine[]>> {
  const rows = await tx
    .select()
    .from(templateExercise)
    .where(inArray(templateExercise.templateId, [...ids]))
    .orderBy(asc(templateExercise.templateId), asc(templateExercise.position));
  const noDays = { startsOn: null, endsOn: null };
  return new Map(
    ids.map((id) => {
      const own = rows
        .filter(({ templateId }) => templateId === id)
        .map((row) => ({ ...row, ...noDays, lineId: row.lineId ?? `${row.position}` }));
      return [id, linesOfRows(own).map(keptOf)];
    }),
  );
}

async function drawnBySlug(
  tx: Tx,
  lines: readonly KeptLine[],
): Promise<ReadonlyMap<string, Drawn>> {
  const slugs = [...new Set(lines.map(({ slug }) => slug))];
  if (slugs.length === 0) return new Map();
  const { slug, retiredAt, recommended, ready, figureId } = exercise;
  const rows = await tx
    .select({ slug, retiredAt, recommended, ready, figureId })
    .from(exercise)
    .where(inArray(exercise.slug, slugs));
  const undrawn = rows.filter((row) => row.figureId === null).map((row) => row.slug);
  const media = await mediaOfExercises(tx, undrawn);
  return new Map(
    rows.map((row) => {
      const photoId = firstPhoto(media.get(row.slug) ?? [])?.id ?? null;
      return [row.slug, { figureId: row.figureId, photoId, obstacle: obstacleOf(row) }];
    }),
  );
}

function cardOf(
  row: Row,
  texts: readonly TextRow[],
  kept: readonly KeptLine[],
  drawn: ReadonlyMap<string, Drawn>,
): TemplateCard {
  const lines = kept.flatMap(({ slug, dosage }) => {
    const now = drawn.get(slug);
    return now ? [{ dosage, ...now }] : [];
  });
  const own = texts.filter(({ id }) => id === row.id);
  const text = own.find(({ locale }) => locale === "en") ?? own[0];
  const conditions = row.conditions.map((id) => ({ id, name: conditionName(id) }));
  const usable = lines.filter(({ obstacle }) => obstacle === null);
  const nameText = searchable(own.map(({ name }) => name).join(" "));
  const more = [...conditions.flatMap(({ id, name }) => [id, name]), ...row.regions];
  return {
    id: row.id,
    origin: row.clinicId === null ? "ready" : row.onlyFor === null ? "clinic" : "mine",
    author: row.author,
    isRetired: row.retiredAt !== null,
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

/** Templates with who made them. */
async function templateRows(tx: Tx, which: SQL | undefined): Promise<Row[]> {
  const rows = await tx
    .select({ row: template, author: appUser.name })
    .from(template)
    .leftJoin(appUser, eq(appUser.id, template.createdBy))
    .where(which);
  return rows.map(({ row, author }) => ({ ...row, author }));
}

/**
 * Carryover's templates, the clinic's and the reader's own, by name. `retired`: those instead that somebody of
 * the clinic took out.
 */
export async function templateCards(
  access: ClinicAccess<"view-library">,
  { retired }: { readonly retired: boolean } = { retired: false },
): Promise<readonly TemplateCard[]> {
  return inScope(access.scope, async (tx) => {
    const which = retired
      ? and(isNotNull(template.retiredAt), isNotNull(template.clinicId))
      : isNull(template.retiredAt);
    const rows = await templateRows(tx, which);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const [texts, lines] = await Promise.all([
      tx.select().from(templateText).where(inArray(templateText.id, ids)),
      linesByTemplate(tx, ids),
    ]);
    const drawn = await drawnBySlug(tx, [...lines.values()].flat());
    return rows
      .map((row) => cardOf(row, texts, lines.get(row.id) ?? [], drawn))
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

/**
 * One template for a running transaction, retired or not. Null for an unknown, a colleague's own, another
 * clinic's, and one of Carryover's that was taken back.
 */
export async function readAnyTemplate(tx: Tx, id: string): Promise<TemplateDetail | null> {
  if (!isTemplateId(id)) return null;
  const [[row], texts, kept, phases] = await Promise.all([
    templateRows(
      tx,
      and(eq(template.id, id), or(isNull(template.retiredAt), isNotNull(template.clinicId))),
    ),
    tx.select().from(templateText).where(eq(templateText.id, id)),
    linesByTemplate(tx, [id]),
    tx
      .select()
      .from(templatePhase)
      .where(eq(templatePhase.templateId, id))
      .orderBy(asc(templatePhase.position)),
  ]);
  if (!row) return null;
  const lines = kept.get(id) ?? [];
  return {
    ...cardOf(row, texts, lines, await drawnBySlug(tx, lines)),
    texts: wordsOf(texts),
    sources: row.sources,
    basis: row.basis,
    reviewState: row.reviewState,
    revision: row.revision,
    authorId: row.createdBy,
    writtenIn: row.writtenIn,
    phases: phases.map((phase) => phaseOfRow({ ...phase, startsOn: null })),
    lines: await templateLines(tx, lines),
  };
}

/** `readAnyTemplate` for use in a plan: null for a retired one too. */
export async function readTemplate(tx: Tx, id: string): Promise<TemplateDetail | null> {
  const found = await readAnyTemplate(tx, id);
  return found?.isRetired ? null : found;
}

/** One template with its exercises as they are now, retired or not. Throws `NotFound`. */
export async function templateDetail(
  access: ClinicAccess<"view-library">,
  id: string,
): Promise<TemplateDetail> {
  return inScope(access.scope, async (tx) => {
    const found = await readAnyTemplate(tx, id);
    if (!found) throw new NotFound();
    return found;
  });
}
