import postgres from "postgres";
import { inject } from "vitest";
import { newId } from "@/db/id";

/** Works on the database of `inScope` as the role that owns the library. */
async function asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const url = new URL(inject("testServer").adminUrl);
  url.pathname = new URL(process.env.DATABASE_APP_URL ?? "").pathname;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** An advice of this test's own, and what a release does to it: taken out of the library, or reworded. */
export async function makeAdvice(title: string) {
  const id = `test-${newId()}`;
  await asOwner(async (sql) => {
    await sql`insert into advice (id, kind, regions, is_default, sources, review_state, position)
      values (${id}, 'safety', '{}', false, '{}', 'draft', 900)`;
    for (const locale of ["en", "es"])
      await sql`insert into advice_text (id, locale, title, body)
        values (${id}, ${locale}, ${`${title} (${locale})`}, ${`Body (${locale})`})`;
  });
  return {
    id,
    retire: () => asOwner((sql) => sql`update advice set retired_at = now() where id = ${id}`),
    reword: (to: string) =>
      asOwner((sql) => sql`update advice_text set title = ${to}, body = ${to} where id = ${id}`),
  };
}
