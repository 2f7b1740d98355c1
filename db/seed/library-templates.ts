import type { TransactionSql } from "postgres";
import type { Dosage } from "../../lib/domain/dosage/dosage";
import { LOCALES, type Locale } from "../../lib/domain/plan/plan-document";
import { readLibraryJson, slugsIn } from "./library-content";

interface TemplateWords {
  readonly name: string;
  readonly summary: string;
  readonly note: string;
}

/** One ready template as kept in `db/seed/library/templates/<id>.json`. */
export interface TemplateContent {
  readonly id: string;
  readonly regions: readonly string[];
  readonly conditions: readonly string[];
  readonly sources: readonly string[];
  readonly reviewState: string;
  readonly basis: string;
  readonly en: TemplateWords;
  readonly es: TemplateWords;
  readonly lines: readonly { readonly slug: string; readonly dosage: Dosage }[];
}

/** The ready templates as committed, in order. */
export function templateContent(): TemplateContent[] {
  return slugsIn("templates/").map((id) =>
    readLibraryJson<TemplateContent>(`templates/${id}.json`),
  );
}

/** Brings the ready templates to the committed content; what is no longer there is retired. */
export async function writeTemplates(tx: TransactionSql): Promise<void> {
  const templates = templateContent();
  await tx`update template set retired_at = now()
    where clinic_id is null and retired_at is null and id <> all(${templates.map(({ id }) => id)})`;
  await tx`delete from template_exercise where clinic_id is null`;
  for (const [position, one] of templates.entries()) {
    const row = {
      id: one.id,
      regions: [...one.regions],
      conditions: [...one.conditions],
      sources: [...one.sources],
      basis: one.basis,
      review_state: one.reviewState,
      position,
      retired_at: null,
    };
    void tx`insert into template ${tx(row)} on conflict (id) do update set ${tx(row)}`.execute();
    for (const locale of LOCALES) void writeText(tx, one, locale);
    for (const line of one.lines.entries()) void writeLine(tx, one.id, line);
  }
  await tx`select 1`;
}

function writeText(tx: TransactionSql, one: TemplateContent, locale: Locale) {
  const { name, summary, note } = one[locale];
  const row = { id: one.id, locale, name, summary, note };
  return tx`insert into template_text ${tx(row)}
    on conflict (id, locale) do update set ${tx(row)}`.execute();
}

function writeLine(
  tx: TransactionSql,
  templateId: string,
  [position, { slug, dosage: d }]: [number, TemplateContent["lines"][number]],
) {
  const { frequency: f } = d;
  const row = {
    template_id: templateId,
    position,
    slug,
    sets: d.sets,
    reps: d.reps,
    hold_seconds: d.holdSeconds,
    duration_seconds: d.durationSeconds,
    rest_seconds: d.restSeconds,
    load_grams: d.loadGrams,
    band: d.band,
    tempo: d.tempo,
    side: d.side,
    pattern: f.pattern,
    weekdays: [...f.weekdays],
    days_per_week_min: f.daysPerWeekMin,
    days_per_week_max: f.daysPerWeekMax,
    times_per_day_min: f.timesPerDayMin,
    times_per_day_max: f.timesPerDayMax,
  };
  return tx`insert into template_exercise ${tx(row)}`.execute();
}
