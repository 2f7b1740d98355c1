import postgres from "postgres";

/** Copies of the library with a made-up word in each name, until there are as many as asked for. */
export async function fillLibrary(ownerUrl: string, exercises: number): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`
    create temp table copy as
      select e.slug as of, e.slug || '-' || n as slug, substr(md5(e.slug || n), 1, 8) as word
      from exercise e cross join generate_series(1, ${exercises}) n
      order by n, e.slug limit ${exercises} - (select count(*) from exercise);
    create temp table new_exercise as select e.* from exercise e where false;
    insert into new_exercise select (jsonb_populate_record(e, jsonb_build_object('slug', c.slug))).*
      from copy c join exercise e on e.slug = c.of;
    insert into exercise select * from new_exercise;
    insert into exercise_text select (jsonb_populate_record(t, jsonb_build_object('slug', c.slug,
        'name', t.name || ' ' || c.word))).*
      from copy c join exercise_text t on t.slug = c.of;
    insert into exercise_search
      select c.slug, s.clinic_id, s.created_by, s.only_for, s.ready, s.recommended, s.trait_count, s.facets,
        s.name_en || ' ' || c.word, s.name_es || ' ' || c.word,
        array(select k from unnest(s.keys) k where left(k, 1) not in ('=', '%')) || ('.' || c.word) || (':' || c.word)
          || array(select m || left(c.word, n) from unnest(array['', '-', '+']) m, generate_series(1, length(c.word)) n)
      from copy c join exercise_search s on s.slug = c.of;
    insert into search_word select distinct c.word, null::uuid, c.word from copy c;
    analyze`);
  await sql.unsafe("vacuum analyze exercise_search");
  await sql.end({ timeout: 5 });
}
