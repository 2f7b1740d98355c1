import postgres, { type JSONValue, type Sql } from "postgres";
import { searchedWords, searchRow } from "../../lib/domain/library/search-keys";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import { contentDigest } from "../../lib/features/library/content-digest";
import { writeAdvice } from "./library-advice";
import { type LibraryEntry, libraryContent } from "./library-content";
import { type FigureOptions, type KnownFigure, libraryFigures } from "./library-figures";
import { writeTemplates } from "./library-templates";

/** The pictures that the exercises have now, by slug. */
async function knownFigures(sql: Sql): Promise<Map<string, KnownFigure>> {
  const rows = await sql<{ slug: string; id: string; madeFrom: string }[]>`
    select slug, figure_id as id, figure_made_from as "madeFrom" from exercise
    where figure_id is not null and figure_made_from is not null`;
  return new Map(rows.map(({ slug, id, madeFrom }) => [slug, { id, madeFrom }]));
}

function digestOf({ facts, text }: LibraryEntry): string {
  const { kind, side, traits, dosage } = facts;
  return contentDigest({
    kind,
    side,
    traits,
    amounts: dosage,
    text,
  });
}

const searched = ({ facts, text }: LibraryEntry) => ({ ...facts, ready: true, text });

function searchRowOf(entry: LibraryEntry) {
  const row = searchRow(searched(entry));
  return {
    slug: entry.facts.slug,
    ready: row.ready,
    recommended: row.recommended,
    trait_count: row.traitCount,
    facets: row.facets,
    name_en: row.nameEn,
    name_es: row.nameEs,
    keys: [...row.keys],
  };
}

/**
 * Brings the library tables to the committed content, in one transaction. What is no longer in the
 * content is retired, not deleted: old plans still name it. An exercise that cannot be drawn fails the
 * whole (nothing half-drawn reaches a page); pictures are added, never changed. Clinics' own exercises stay as they are.
 * @returns number of exercises
 */
export async function seedLibrary(ownerUrl: string, options: FigureOptions = {}): Promise<number> {
  const entries = libraryContent();
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const slugs = entries.map(({ facts }) => facts.slug);
    const figures = await libraryFigures(slugs, await knownFigures(sql), options);
    const exercises = entries.map(({ facts: f, text }) => ({
      slug: f.slug,
      kind: f.kind,
      side: f.side,
      regions: [...f.regions],
      positions: [...f.positions],
      equipment: [...f.equipment],
      optional_equipment: [...f.optionalEquipment],
      traits: [...f.traits],
      sources: [...f.sources],
      easier: [...f.easier],
      harder: [...f.harder],
      recommended: f.recommended,
      review_state: f.reviewState,
      sets: f.dosage.sets,
      reps: f.dosage.reps,
      hold_seconds: f.dosage.holdSeconds,
      duration_seconds: f.dosage.durationSeconds,
      rest_seconds: f.dosage.restSeconds,
      times_per_day: f.dosage.timesPerDay,
      days_per_week: f.dosage.daysPerWeek,
      dosage_stated: f.dosageStated,
      dosage_basis: f.dosageBasis,
      dosage_source: f.dosageSource,
      figure_id: figures.get(f.slug)?.id ?? null,
      figure_made_from: figures.get(f.slug)?.madeFrom ?? null,
      retired_at: null,
      content_digest: digestOf({ facts: f, text }),
    }));
    const texts = entries.flatMap(({ facts, text }) =>
      LOCALES.map((locale) => ({
        slug: facts.slug,
        locale,
        ...text[locale],
        aliases: [...text[locale].aliases],
        steps: [...text[locale].steps],
        cautions: [...text[locale].cautions],
        faults: [...text[locale].faults],
      })),
    );
    await sql.begin(async (tx) => {
      await tx`update exercise set retired_at = now()
        where clinic_id is null and retired_at is null and slug <> all(${slugs})`;
      await tx`delete from exercise_search where clinic_id is null and slug <> all(${slugs})`;
      for (const { id, art } of figures.values())
        if (art)
          await tx`insert into figure (id, art) values (${id}, ${tx.json(art as unknown as JSONValue)})
            on conflict (id) do nothing`;
      for (const row of exercises)
        void tx`insert into exercise ${tx(row)} on conflict (slug) do update set ${tx(row)}`.execute();
      for (const row of texts)
        void tx`insert into exercise_text ${tx(row)} on conflict (slug, locale) do update set ${tx(row)}`.execute();
      for (const row of entries.map(searchRowOf))
        void tx`insert into exercise_search ${tx(row)} on conflict (slug) do update set ${tx(row)}`.execute();
      await tx`delete from search_word where clinic_id is null`;
      for (const row of searchedWords(entries.map(searched)))
        void tx`insert into search_word ${tx({ ...row })}`.execute();
      await writeAdvice(tx);
      await writeTemplates(tx);
    });
    return entries.length;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
