-- The clinic's own exercises beside the shared library, with photos and video, favourites, reviews, imports;
-- advice and ready templates; and a table made for search alone.

-- Sets taken in from a file.
create table exercise_import (
  clinic_id uuid not null references clinic (id),
  id uuid not null,
  source_name text not null,
  licence text,
  format text not null check (format in ('json', 'csv')),
  rows_read integer not null check (rows_read >= 0),
  imported integer not null check (imported >= 0),
  skipped integer not null check (skipped >= 0),
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  primary key (clinic_id, id)
);

-- A row without a clinic is Carryover's own; every other belongs to one clinic.
alter table exercise
  add column clinic_id uuid references clinic (id),
  add column created_by uuid,
  add column only_for uuid,
  add column origin text not null default 'library' check (origin in ('library', 'own', 'import')),
  add column copied_from text references exercise (slug),
  add column import_id uuid,
  add column ready boolean not null default true,
  add column traits_decided boolean not null default true,
  add column revision integer not null default 1,
  add column content_digest text not null default '',
  add column updated_at timestamp with time zone not null default now(),
  add constraint exercise_owner check (
    (origin = 'library') = (clinic_id is null)
    and (clinic_id is null) = (created_by is null)
    and (only_for is null or only_for = created_by)),
  add constraint exercise_import_of check ((origin = 'import') = (import_id is not null)),
  add foreign key (clinic_id, import_id) references exercise_import (clinic_id, id);
create index exercise_clinic on exercise (clinic_id, created_by) where clinic_id is not null;
create index exercise_of_import on exercise (clinic_id, import_id) where import_id is not null;

drop index exercise_text_trgm;
drop index exercise_regions;
alter table exercise_text
  add column clinic_id uuid references clinic (id),
  drop column search_text;

-- What search compares: one row an exercise, written with it. Phrases are lower case without accents, each
-- between bars: '| knee to chest | knee hug |'. Kept narrow: a search may have to look at thousands.
create table exercise_search (
  slug text primary key references exercise (slug),
  clinic_id uuid references clinic (id),
  created_by uuid,
  only_for uuid,
  ready boolean not null,
  recommended boolean not null,
  trait_count smallint not null,
  facets text not null,
  name_en text not null,
  name_es text not null,
  names text not null,
  telling_names text not null,
  aliases text not null,
  telling_aliases text not null,
  facts text not null
);

-- What an exercise is found by. Beginnings of words, up to 20 letters: of any word bare (of facts from three
-- letters on), of names behind '-', of names and aliases behind '+'. Of names also whole words behind '.' and
-- beginnings of the whole behind '^'. Whole names and aliases behind '='. And '', which all of them have.
create function search_keys(names text, aliases text, telling text, facts text) returns text[]
language sql immutable strict parallel safe
set search_path = pg_catalog
as $$
  with word as (
    select unnest(array['', '-', '+']) as mark, w, 1 as least from unnest(string_to_array(names, ' ')) w
    union all
    select unnest(array['', '+']), w, 1 from unnest(string_to_array(aliases, ' ')) w
    union all
    select '', w, 3 from unnest(string_to_array(facts, ' ')) w
    union all
    select '^', btrim(w), 1 from unnest(string_to_array(names, '|')) w)
  select array_agg(distinct key) from (
    select mark || left(w, n) as key from word cross join generate_series(1, 20) n
    where w not in ('', '|') and n >= least and n <= length(w)
    union all
    select '.' || left(w, 20) from unnest(string_to_array(names, ' ')) w where w not in ('', '|')
    union all
    select '=' || btrim(w) from unnest(string_to_array(names || aliases || telling, '|')) w where btrim(w) <> ''
    union all
    select '') k
$$;
create index exercise_search_keys on exercise_search
  using gin (search_keys(names, aliases, telling_names || telling_aliases, facts)) with (fastupdate = off);
create index exercise_search_name on exercise_search (ready desc, recommended desc, name_en, slug);

-- The words there are, for putting right what was misspelt. `letters`: the same letters in order.
create table search_word (
  word text not null,
  clinic_id uuid references clinic (id),
  letters text not null,
  unique nulls not distinct (clinic_id, word)
);
create index search_word_similar on search_word using gin (word gin_trgm_ops) with (fastupdate = off);
create index search_word_begins on search_word (word text_pattern_ops);
create index search_word_letters on search_word (letters);

create table exercise_favourite (
  clinic_id uuid not null references clinic (id),
  user_id uuid not null,
  slug text not null references exercise (slug),
  created_at timestamp with time zone not null default now(),
  primary key (clinic_id, user_id, slug)
);

-- Who of this clinic stands behind which wording; appended only.
create table exercise_review (
  clinic_id uuid not null references clinic (id),
  id uuid not null,
  slug text not null references exercise (slug),
  content_digest text not null,
  reviewed_by uuid not null,
  reviewer_name text not null,
  reviewed_at timestamp with time zone not null,
  primary key (clinic_id, id)
);
create index exercise_review_slug on exercise_review (clinic_id, slug);

-- Photos and videos; the bytes lie in the store under clinic and id. Never changed, only removed.
create table media (
  clinic_id uuid not null references clinic (id),
  id uuid not null,
  kind text not null check (kind in ('photo', 'video')),
  mime text not null,
  size_bytes bigint not null check (size_bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  duration_ms integer check (duration_ms > 0),
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  primary key (clinic_id, id),
  check ((kind = 'video') = (duration_ms is not null))
);

create table exercise_media (
  clinic_id uuid not null,
  slug text not null references exercise (slug),
  media_id uuid not null,
  position smallint not null,
  primary key (clinic_id, slug, media_id),
  foreign key (clinic_id, media_id) references media (clinic_id, id)
);

-- Photos and videos frozen at publishing.
create table prescribed_media (
  clinic_id uuid not null,
  prescribed_id uuid not null,
  media_id uuid not null,
  patient_id uuid not null,
  position smallint not null,
  primary key (clinic_id, prescribed_id, media_id),
  foreign key (clinic_id, prescribed_id) references prescribed_exercise (clinic_id, id),
  foreign key (clinic_id, media_id) references media (clinic_id, id)
);
create index prescribed_media_patient on prescribed_media (clinic_id, patient_id, media_id);

-- Common faults are printed too; `written_in`: the language of the words where the exercise lacks this one.
alter table prescribed_exercise_text
  add column faults text[] not null default '{}',
  add column written_in text check (written_in in ('en', 'es'));

-- General advice: the same for every clinic.
create table advice (
  id text primary key,
  kind text not null check (kind in ('technique', 'expectation', 'education', 'equipment', 'safety')),
  regions text[] not null,
  is_default boolean not null,
  sources text[] not null,
  review_state text not null,
  position smallint not null,
  retired_at timestamp with time zone
);
create table advice_text (
  id text not null references advice (id),
  locale text not null check (locale in ('en', 'es')),
  title text not null,
  body text not null,
  primary key (id, locale)
);

create table draft_advice (
  clinic_id uuid not null,
  plan_id uuid not null,
  advice_id text not null references advice (id),
  position smallint not null,
  primary key (clinic_id, plan_id, advice_id),
  foreign key (clinic_id, plan_id) references plan_draft (clinic_id, plan_id)
);

-- Advice frozen at publishing, in every language.
create table version_advice (
  clinic_id uuid not null,
  version_id uuid not null,
  advice_id text not null references advice (id),
  locale text not null check (locale in ('en', 'es')),
  patient_id uuid not null,
  position smallint not null,
  kind text not null,
  title text not null,
  body text not null,
  primary key (clinic_id, version_id, advice_id, locale),
  foreign key (clinic_id, version_id) references plan_version (clinic_id, id)
);
create index version_advice_patient on version_advice (clinic_id, patient_id);

-- Sets of exercises with doses. A row without a clinic is one of Carryover's ready ones.
create table template (
  id text primary key,
  clinic_id uuid references clinic (id),
  created_by uuid,
  regions text[] not null,
  conditions text[] not null,
  sources text[] not null,
  basis text not null,
  review_state text not null,
  position smallint not null,
  retired_at timestamp with time zone,
  check ((clinic_id is null) = (created_by is null))
);
create table template_text (
  id text not null references template (id),
  locale text not null check (locale in ('en', 'es')),
  clinic_id uuid references clinic (id),
  name text not null,
  summary text not null,
  note text not null,
  primary key (id, locale)
);
create table template_exercise (
  template_id text not null references template (id),
  position smallint not null,
  clinic_id uuid references clinic (id),
  slug text not null references exercise (slug),
  sets smallint not null,
  reps smallint,
  hold_seconds smallint,
  duration_seconds smallint,
  rest_seconds smallint,
  load_grams integer,
  band text,
  tempo text,
  side text not null,
  pattern text not null,
  weekdays smallint[] not null default '{}',
  days_per_week_min smallint,
  days_per_week_max smallint,
  times_per_day_min smallint not null,
  times_per_day_max smallint not null,
  primary key (template_id, position)
);

-- What is found by "recently used" and by condition.
create index plan_version_published on plan_version (clinic_id, published_by, published_at);
create index plan_draft_updated on plan_draft (clinic_id, updated_by, updated_at);
create index patient_condition_of on patient_condition (clinic_id, condition_id) where removed_at is null;

-- Row-level security. Rows without a clinic are everybody's to read, and only the migrating role's to write;
-- a clinic's own are its staff's. Patients read what was frozen for them, never these tables.
do $$
declare
  name text;
  of_staff constant text := $r$%1$I.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null$r$;
  of_patient constant text := $r$%1$I.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or %1$I.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid))$r$;
begin
  foreach name in array array['exercise', 'exercise_text', 'exercise_search', 'search_word', 'template', 'template_text', 'template_exercise'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy "shared" on %1$I for select to carryover_app using (%1$I.clinic_id is null)', name);
    execute format('create policy "staff_of_clinic" on %1$I for all to carryover_app using (' || of_staff
      || ') with check (' || of_staff || ')', name);
    execute format('create policy "library" on %1$I for all to current_user using (%1$I.clinic_id is null) with check (%1$I.clinic_id is null)', name);
  end loop;
  foreach name in array array['exercise_import', 'exercise_review', 'exercise_media', 'draft_advice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy "staff_of_clinic" on %1$I for all to carryover_app using (' || of_staff
      || ') with check (' || of_staff || ')', name);
  end loop;
  foreach name in array array['prescribed_media', 'version_advice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy "patient_of_clinic" on %1$I for all to carryover_app using (' || of_patient
      || ') with check (' || of_patient || ')', name);
  end loop;
end $$;

alter table exercise_favourite enable row level security;
alter table exercise_favourite force row level security;
create policy "own" on exercise_favourite for all to carryover_app
  using (exercise_favourite.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and exercise_favourite.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (exercise_favourite.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and exercise_favourite.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

alter table media enable row level security;
alter table media force row level security;
create policy "staff_or_prescribed" on media for select to carryover_app
  using (media.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or exists (select from prescribed_media p where p.clinic_id = media.clinic_id and p.media_id = media.id
        and p.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid))));
create policy "staff_of_clinic" on media for all to carryover_app
  using (media.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null)
  with check (media.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);

grant insert, update on exercise to carryover_app;
grant insert, update, delete on exercise_text to carryover_app;
grant select, insert, update, delete on exercise_search to carryover_app;
grant select, insert on search_word to carryover_app;
grant select, insert, update on exercise_import to carryover_app;
grant select, insert, delete on exercise_favourite to carryover_app;
grant select, insert on exercise_review to carryover_app;
grant select, insert, update on media to carryover_app;
grant select, insert, update, delete on exercise_media to carryover_app;
grant select, insert on prescribed_media to carryover_app;
grant select on advice to carryover_app;
grant select on advice_text to carryover_app;
grant select, insert, update, delete on draft_advice to carryover_app;
grant select, insert on version_advice to carryover_app;
grant select on template to carryover_app;
grant select on template_text to carryover_app;
grant select on template_exercise to carryover_app;

-- Search. Row-level security would forbid the indexes (their operators are not leakproof), so the search
-- itself runs as the owner and carries the clinic's limits in its own words. It answers keys, counts and
-- words; what the keys stand for is read under row-level security.
create policy "search" on exercise_search for select to current_user using (true);
create policy "search" on search_word for select to current_user using (true);

-- Whether a search shows the row: `everything` spares the rest. Without settings and queries of its own, so that
-- it becomes part of the statement.
create function search_shows(
  s exercise_search, own uuid, person uuid, everything boolean, origin_of text, among text[], only_ready boolean,
  of_regions text[], of_positions text[], of_equipment text[], of_kinds text[]) returns boolean
language sql stable
as $$
  select (s.clinic_id is null or (s.clinic_id = own and (s.only_for is null or s.only_for = person)))
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

-- `begun`: the words as typed, at most 20 letters each; '' alone: everything fits. `among`: only these, in this
-- order when nothing is typed. `of_*`: patterns of the facets wanted, one of each has to fit; null: none
-- is wanted. `groups`: all that fits the text by facets, whatever facets are wanted.
-- Better ways to fit are asked for first, and worse ones only while the list is not full: thousands may fit a
-- region somehow, and nobody reads them. What a therapist has not made ready yet comes after what is, among
-- names and again among the rest.
create function search_exercises(
  wanted text, telling text, begun text[], origin_of text, among text[], only_ready boolean,
  of_regions text[], of_positions text[], of_equipment text[], of_kinds text[],
  name_locale text, most integer,
  out slugs text[], out groups jsonb)
language plpgsql stable security definer parallel safe
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  own constant uuid := nullif(current_setting('app.clinic_id', true), '')::uuid;
  person constant uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  everything constant boolean := origin_of = 'all' and among is null and not only_ready;
  unfiltered constant boolean := everything
    and num_nonnulls(of_regions, of_positions, of_equipment, of_kinds) = 0;
  called constant text[] := array['=' || wanted, '=' || telling];
  name_begun constant text[] := array['^' || left(wanted, 20)];
  names_whole constant text[] := array(select '.' || w from unnest(begun) w);
  names_begun constant text[] := array(select '-' || w from unnest(begun) w);
  said_begun constant text[] := array(select '+' || w from unnest(begun) w);
  word_whole constant text[] := array(select '% ' || w || ' %' from unnest(begun) w);
  phrase constant text := '%| ' || wanted || ' |%';
  telling_phrase constant text := '%| ' || telling || ' |%';
  phrase_begun constant text := '%| ' || wanted || '%';
begin
  if nullif(current_setting('app.patient_id', true), '') is not null then return; end if;

  select coalesce(jsonb_agg(jsonb_build_array(g.facets, g.n)), '[]') into groups
  from (select s.facets, count(*) as n from exercise_search s
    where search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) @> begun
      and search_shows(s, own, person, everything, origin_of, among, only_ready, null, null, null, null)
    group by s.facets) g;

  if wanted = '' and among is null then
    slugs := array(select s.slug from exercise_search s
      where search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)
      order by s.ready desc, s.recommended desc, s.name_en, s.slug limit most);
    return;
  elsif wanted = '' then
    slugs := array(select s.slug from exercise_search s
      where s.slug = any (among)
        and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)
      order by array_position(among, s.slug) limit most);
    return;
  end if;

  with
  exact as materialized (
    select s.slug, s.ready, s.recommended, s.trait_count, s.name_en, s.name_es,
      case
        when s.names like phrase then 65
        when s.aliases like phrase then 60
        when s.telling_names like telling_phrase then 56
        else 55 end as tier
    from exercise_search s
    where search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) && called
      and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)),
  begins as materialized (
    select s.slug, s.ready, s.recommended, s.trait_count, s.name_en, s.name_es, 52 as tier
    from exercise_search s
    where search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) @> name_begun
      and (length(wanted) <= 20 or s.names like phrase_begun)
      and s.slug not in (select x.slug from exact x)
      and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)),
  whole as materialized (
    select s.slug, s.ready, s.recommended, s.trait_count, s.name_en, s.name_es, 50 as tier
    from exercise_search s
    where (select count(*) from exact x where x.ready) + (select count(*) from begins x where x.ready) < most
      and search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) @> names_whole
      and s.slug not in (select x.slug from exact x union all select x.slug from begins x)
      and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)),
  named as materialized (
    select * from exact union all select * from begins union all select * from whole),
  part as materialized (
    select s.slug, s.ready, s.recommended, s.trait_count, s.name_en, s.name_es, 40 as tier
    from exercise_search s
    where (select count(*) from named x where x.ready) < most
      and search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) @> names_begun
      and s.slug not in (select x.slug from named x)
      and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)),
  said as materialized (
    select s.slug, s.ready, s.recommended, s.trait_count, s.name_en, s.name_es,
      case
        when s.aliases like phrase_begun then 35
        when s.names || s.aliases like all (word_whole) then 30
        else 20 end as tier
    from exercise_search s
    where (select count(*) from named) + (select count(*) from part) < most
      and search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) @> said_begun
      and s.slug not in (select x.slug from named x union all select x.slug from part x)
      and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)),
  about as materialized (
    select s.slug, s.ready, s.recommended, s.trait_count, s.name_en, s.name_es, 10 as tier
    from exercise_search s
    where (select count(*) from named) + (select count(*) from part) + (select count(*) from said) < most
      and search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) @> begun
      and s.slug not in (select x.slug from named x union all select x.slug from part x union all select x.slug from said x)
      and search_shows(s, own, person, unfiltered, origin_of, among, only_ready,
        of_regions, of_positions, of_equipment, of_kinds)),
  hit as (
    select 1 as band, * from named union all select 1, * from part
    union all select 2, * from said union all select 2, * from about)
  select array(
    select h.slug from hit h
    order by h.band, h.ready desc, h.tier desc, h.recommended desc, case when h.tier = 60 then h.trait_count end,
      length(case name_locale when 'es' then h.name_es else h.name_en end),
      case name_locale when 'es' then h.name_es else h.name_en end, h.slug
    limit most)
  into slugs;
end $$;

-- Words like the typed ones: those that begin so (1), have the same letters in another order (0.9), or share
-- their trigrams. At most four each, most similar first.
create function search_similar_words(typed text[])
returns table (of_word text, word text, likeness double precision)
language plpgsql stable security definer parallel safe
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
  own constant uuid := nullif(current_setting('app.clinic_id', true), '')::uuid;
  t text;
begin
  if nullif(current_setting('app.patient_id', true), '') is not null then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.42', true);
  foreach t in array typed loop
    return query
      select t, c.word, max(c.likeness) from (
        (select s.word, 1::float8 as likeness from search_word s
          where s.word like t || '%' and (s.clinic_id is null or s.clinic_id = own) order by length(s.word) limit 1)
        union all
        select s.word, 0.9 from search_word s
          where s.letters = (select string_agg(l, '' order by l) from regexp_split_to_table(t, '') l)
            and s.word <> t and (s.clinic_id is null or s.clinic_id = own)
        union all
        select s.word, word_similarity(t, s.word) * 0.85 from search_word s
          where t <% s.word and (s.clinic_id is null or s.clinic_id = own)) c
      group by c.word order by max(c.likeness) desc, length(c.word), c.word limit 4;
  end loop;
end $$;

-- The place of the first of some lists of words that any exercise has all of; null: none has.
create function search_first_found(tries jsonb) returns integer
language plpgsql stable security definer parallel safe
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
as $$
declare
  own constant uuid := nullif(current_setting('app.clinic_id', true), '')::uuid;
  person constant uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  attempt text[];
begin
  if nullif(current_setting('app.patient_id', true), '') is not null then return null; end if;
  for i in 0 .. jsonb_array_length(tries) - 1 loop
    attempt := array(select jsonb_array_elements_text(tries -> i));
    if exists (select from exercise_search s
      where search_keys(s.names, s.aliases, s.telling_names || s.telling_aliases, s.facts) @> attempt
        and (s.clinic_id is null or (s.clinic_id = own and (s.only_for is null or s.only_for = person))))
    then return i; end if;
  end loop;
  return null;
end $$;

revoke all on function search_exercises, search_similar_words, search_first_found from public;
grant execute on function search_exercises, search_similar_words, search_first_found to carryover_app;
