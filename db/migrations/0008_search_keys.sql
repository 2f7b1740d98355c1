-- Search reads keys that were made when the exercise was written, instead of comparing text row by row.
-- `keys` is all that an exercise is found by (made in lib/domain/library/search-keys.ts); it is long and lies apart,
-- so that the rows themselves stay narrow: a search may have to look at thousands. A clinic's own keys begin with
-- its mark, so that no search pays for the rows of other clinics.
drop function search_exercises, search_first_found, search_shows;
drop index exercise_search_keys, exercise_search_name;
drop function search_keys;
alter table exercise_search add column keys text[] not null default '{}';

-- What clinics made before; the seed writes the shared library anew.
alter table exercise_search no force row level security;
with said as (
  select slug, right(clinic_id::text, 8) || '/' as clinic,
    array(select btrim(p) from unnest(string_to_array(names, '|')) p where btrim(p) <> '') as names,
    array(select btrim(p) from unnest(string_to_array(aliases, '|')) p where btrim(p) <> '') as aliases,
    array(select btrim(p) from unnest(string_to_array(telling_names, '|')) p where btrim(p) <> '') as telling_names,
    array(select btrim(p) from unnest(string_to_array(telling_aliases, '|')) p where btrim(p) <> '') as telling_aliases,
    string_to_array(replace(names, '|', ' '), ' ') as name_words,
    string_to_array(replace(aliases, '|', ' '), ' ') as alias_words,
    string_to_array(replace(facts, '|', ' '), ' ') as fact_words
  from exercise_search where clinic_id is not null),
begun as (
  select slug, mark, w, least, most from said, lateral (
    select m as mark, w, 1 as least, 20 as most from unnest(name_words) w, unnest(array['', '-', '+']) m
    union all select m, w, 1, 20 from unnest(alias_words) w, unnest(array['', '+']) m
    union all select '', w, 3, 20 from unnest(fact_words) w
    union all select '^', p, 1, 40 from unnest(names) p
    union all select '~', p, 1, 40 from unnest(aliases) p) b
  where w <> ''),
key as (
  select slug, mark || left(w, n) as key from begun, generate_series(1, 40) n
  where n between least and least(most, length(w))
  union select slug, '.' || left(w, 20) from said, unnest(name_words) w where w <> ''
  union select slug, ':' || left(w, 20) from said, unnest(name_words || alias_words) w where w <> ''
  union select slug, '=' || p from said, unnest(names) p
  union select slug, '%' || p from said, unnest(telling_names) p
  union select slug, '@' || p from said, unnest(aliases) p
  union select slug, '&' || p from said, unnest(telling_aliases) p
  union select slug, '' from said)
update exercise_search s set keys = made.keys
from (select key.slug, array_agg(said.clinic || key.key) as keys
  from key join said on said.slug = key.slug group by key.slug) made
where made.slug = s.slug;
alter table exercise_search force row level security;

alter table exercise_search
  alter column keys drop default,
  drop column names, drop column telling_names, drop column aliases, drop column telling_aliases, drop column facts,
  alter column facets set storage main;
alter table exercise_search set (toast_tuple_target = 256);
create index exercise_search_keys on exercise_search using gin (keys) with (fastupdate = off);
create index exercise_search_name on exercise_search (clinic_id, ready desc, recommended desc, name_en, slug);

-- Whether a search shows the row: `everything` spares the rest. Without settings and queries of its own, so that
-- it becomes part of the statement; the clinic is compared so that no index answers it: keys are to narrow first.
create function search_shows(
  s exercise_search, own uuid, person uuid, everything boolean, origin_of text, among text[], only_ready boolean,
  of_regions text[], of_positions text[], of_equipment text[], of_kinds text[]) returns boolean
language sql stable
as $$
  select coalesce(s.clinic_id, own) is not distinct from own and (s.only_for is null or s.only_for = person)
    and (everything or (
      (origin_of = 'all' or (origin_of = 'library' and s.clinic_id is null)
        or (origin_of = 'clinic' and s.clinic_id is not null) or (origin_of = 'mine' and s.created_by = person))
      and (among is null or s.slug = any (among))
      and (not only_ready or (s.ready and s.recommended))
      and (of_regions is null or s.facets like any (of_regions))
      and (of_positions is null or s.facets like any (of_positions))
      and (of_equipment is null or s.facets like any (of_equipment))
      and (of_kinds is null or s.facets like any (of_kinds))))
$$;

-- `fits`: keys that everything found has. `bands`: ways to fit, in groups, better ones first, each as keys that all
-- have to be there; null: nothing was typed, all by name, or `among` in its own order. `of_*`: patterns of the
-- facets wanted, one of each has to fit; null: none is wanted. `groups`: all that fits by facets, whatever facets
-- are wanted.
-- Worse ways are tried only while the list is not full: thousands may fit a region somehow, and nobody reads them.
-- What a therapist has not made ready yet comes after what is, within each group.
create function search_exercises(
  fits text[], bands jsonb, origin_of text, among text[], only_ready boolean,
  of_regions text[], of_positions text[], of_equipment text[], of_kinds text[],
  name_locale text, most integer,
  out slugs text[], out groups jsonb)
language plpgsql stable security definer parallel safe
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_indexscan = off
as $$
declare
  own constant uuid := nullif(current_setting('app.clinic_id', true), '')::uuid;
  person constant uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  everything constant boolean := origin_of = 'all' and among is null and not only_ready;
  unfiltered constant boolean := everything
    and num_nonnulls(of_regions, of_positions, of_equipment, of_kinds) = 0;
  mark constant text := coalesce(right(own::text, 8), '') || '/';
  own_fits constant text[] := array(select mark || k from unnest(fits) k);
  band jsonb;
  way jsonb;
  wanted text[];
  own_wanted text[];
  prepared text[];
  unready text[];
  more_prepared text[];
  more_unready text[];
begin
  if nullif(current_setting('app.patient_id', true), '') is not null then return; end if;

  select coalesce(jsonb_agg(jsonb_build_array(g.facets, g.n)), '[]') into groups
  from (select s.facets, count(*) as n from exercise_search s
    where (s.keys @> fits or s.keys @> own_fits)
      and search_shows(s, own, person, everything, origin_of, among, only_ready, null, null, null, null)
    group by s.facets) g;
  if groups = '[]' then return; end if;

  if bands is null and among is null then
    -- In the order of the index that is read.
    perform set_config('enable_indexscan', 'on', true);
    slugs := array(select a.slug from (
      (select s.* from exercise_search s where s.clinic_id is null
          and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
            of_regions, of_positions, of_equipment, of_kinds)
        order by s.ready desc, s.recommended desc, s.name_en, s.slug limit most)
      union all
      (select s.* from exercise_search s where s.clinic_id = own
          and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
            of_regions, of_positions, of_equipment, of_kinds)
        order by s.ready desc, s.recommended desc, s.name_en, s.slug limit most)) a
      order by a.ready desc, a.recommended desc, a.name_en, a.slug limit most);
    return;
  elsif bands is null then
    slugs := array(select s.slug from exercise_search s
      where s.slug = any (among)
        and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
          of_regions, of_positions, of_equipment, of_kinds)
      order by array_position(among, s.slug) limit most);
    return;
  end if;

  slugs := '{}';
  for band in select b from jsonb_array_elements(bands) b loop
    prepared := '{}';
    unready := '{}';
    for way in select w from jsonb_array_elements(band) w loop
      wanted := array(select jsonb_array_elements_text(way -> 'keys'));
      own_wanted := array(select mark || k from unnest(wanted) k);
      select array_agg(h.slug) filter (where h.ready), array_agg(h.slug) filter (where not h.ready)
        into more_prepared, more_unready
      from (
        select s.slug, s.ready from exercise_search s
        where (s.keys @> wanted or s.keys @> own_wanted)
          and not exists (select from unnest(slugs || prepared || unready) u where u = s.slug)
          and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
            of_regions, of_positions, of_equipment, of_kinds)
        order by s.ready desc, s.recommended desc,
          case when (way ->> 'fewestTraits')::boolean then s.trait_count end,
          length(case name_locale when 'es' then s.name_es else s.name_en end),
          case name_locale when 'es' then s.name_es else s.name_en end, s.slug
        limit most) h;
      prepared := prepared || more_prepared;
      unready := unready || more_unready;
      exit when cardinality(slugs) + cardinality(prepared) >= most;
    end loop;
    slugs := slugs || prepared || unready;
    exit when cardinality(slugs) >= most;
  end loop;
  slugs := slugs[1:most];
end $$;

-- The place of the first of some lists of words that any exercise has all of; null: none has.
create function search_first_found(tries jsonb) returns integer
language plpgsql stable security definer parallel safe
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_indexscan = off
as $$
declare
  own constant uuid := nullif(current_setting('app.clinic_id', true), '')::uuid;
  person constant uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  mark constant text := coalesce(right(own::text, 8), '') || '/';
  attempt text[];
begin
  if nullif(current_setting('app.patient_id', true), '') is not null then return null; end if;
  for i in 0 .. jsonb_array_length(tries) - 1 loop
    attempt := array(select jsonb_array_elements_text(tries -> i));
    if exists (select from exercise_search s
      where (s.keys @> attempt or s.keys @> array(select mark || k from unnest(attempt) k))
        and search_shows(s, own, person, true, 'all', null, false, null, null, null, null))
    then return i; end if;
  end loop;
  return null;
end $$;

revoke all on function search_exercises, search_first_found from public;
grant execute on function search_exercises, search_first_found to carryover_app;
