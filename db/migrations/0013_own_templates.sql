-- Templates of a clinic's own and of one person's own, made from plans. What the application may write begins here.
alter table template
  -- Its author, where nobody else of the clinic sees it.
  add column only_for uuid,
  -- Rises with each save; a save from an older one is refused.
  add column revision integer not null default 1,
  -- Language of cues and cautions; null: there were none to say it of.
  add column written_in text check (written_in in ('en', 'es')),
  add column created_at timestamp with time zone not null default now(),
  add column updated_at timestamp with time zone not null default now(),
  add constraint template_only_for check (only_for is null or only_for = created_by);
create index template_clinic on template (clinic_id);

-- As in a plan, without days. A variant is a row beside its line.
alter table template_exercise
  add column line_id uuid,
  add column cue text,
  add column caution text,
  add column phase_id uuid,
  add column must_do boolean not null default false,
  add column own_green_max smallint,
  add column own_amber_max smallint,
  add column ladder_of uuid,
  add column ladder_step text,
  add constraint template_exercise_own_pain check (num_nonnulls(own_green_max, own_amber_max) <> 1
    and own_green_max >= 0 and own_amber_max > own_green_max and own_amber_max <= 9),
  add constraint template_exercise_ladder check ((ladder_of is null) = (ladder_step is null)
    and ladder_step in ('easier', 'harder'));

-- Ready templates have none.
create table template_phase (
  clinic_id uuid not null references clinic (id),
  template_id text not null references template (id),
  phase_id uuid not null,
  position smallint not null,
  name text not null,
  aim text,
  pain_max smallint constraint template_phase_pain check (pain_max between 0 and 9),
  sessions_min smallint constraint template_phase_sessions check (sessions_min between 1 and 100),
  adherence_min smallint constraint template_phase_adherence check (adherence_min between 10 and 100),
  primary key (clinic_id, template_id, phase_id)
);

alter table template_phase enable row level security;
alter table template_phase force row level security;
create policy "staff_of_clinic" on template_phase for all to carryover_app
  using (template_phase.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null)
  with check (template_phase.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);

-- What is one person's alone is nobody else's, whoever asks and whatever for.
create policy "only_for_author" on template as restrictive for all to carryover_app
  using (template.only_for is null
    or template.only_for = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (template.only_for is null
    or template.only_for = (select nullif(current_setting('app.user_id', true), '')::uuid));
-- Texts, exercises and phases are seen with their template, and written to one of the same clinic alone.
create policy "with_its_template" on template_text as restrictive for all to carryover_app
  using (template_text.id in (select t.id from template t))
  with check (template_text.id in (select t.id from template t where t.clinic_id is not distinct from template_text.clinic_id));
create policy "with_its_template" on template_exercise as restrictive for all to carryover_app
  using (template_exercise.template_id in (select t.id from template t))
  with check (template_exercise.template_id in (select t.id from template t where t.clinic_id is not distinct from template_exercise.clinic_id));
create policy "with_its_template" on template_phase as restrictive for all to carryover_app
  using (template_phase.template_id in (select t.id from template t))
  with check (template_phase.template_id in (select t.id from template t where t.clinic_id = template_phase.clinic_id));

grant insert, update on template to carryover_app;
grant insert, update, delete on template_text to carryover_app;
grant insert, update, delete on template_exercise to carryover_app;
grant select, insert, update, delete on template_phase to carryover_app;
