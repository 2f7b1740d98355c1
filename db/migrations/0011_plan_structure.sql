-- Phases, dates, must-do stars, pain limits of one exercise, and approved easier and harder variants.

alter table plan_draft add column wanted_start_on date, add column ends_on date;
alter table plan_version add column wanted_start_on date, add column ends_on date;

-- Variants are rows beside the lines, so that words, pictures and photos are frozen for them as for any exercise.
alter table draft_exercise
  add column phase_id uuid,
  add column starts_on date,
  add column ends_on date,
  add column must_do boolean not null default false,
  add column own_green_max smallint,
  add column own_amber_max smallint,
  add column ladder_of uuid,
  add column ladder_step text,
  add constraint draft_exercise_dates check (ends_on >= starts_on),
  add constraint draft_exercise_own_pain check (num_nonnulls(own_green_max, own_amber_max) <> 1
    and own_green_max >= 0 and own_amber_max > own_green_max and own_amber_max <= 9),
  add constraint draft_exercise_ladder check ((ladder_of is null) = (ladder_step is null)
    and ladder_step in ('easier', 'harder'));
alter table prescribed_exercise
  add column phase_id uuid,
  add column starts_on date,
  add column ends_on date,
  add column must_do boolean not null default false,
  add column own_green_max smallint,
  add column own_amber_max smallint,
  add column ladder_of uuid,
  add column ladder_step text,
  add constraint prescribed_exercise_dates check (ends_on >= starts_on),
  add constraint prescribed_exercise_own_pain check (num_nonnulls(own_green_max, own_amber_max) <> 1
    and own_green_max >= 0 and own_amber_max > own_green_max and own_amber_max <= 9),
  add constraint prescribed_exercise_ladder check ((ladder_of is null) = (ladder_step is null)
    and ladder_step in ('easier', 'harder'));

create table draft_phase (
  clinic_id uuid not null,
  plan_id uuid not null,
  phase_id uuid not null,
  position smallint not null,
  name text not null,
  aim text,
  starts_on date,
  pain_max smallint constraint draft_phase_pain check (pain_max between 0 and 9),
  sessions_min smallint constraint draft_phase_sessions check (sessions_min between 1 and 100),
  adherence_min smallint constraint draft_phase_adherence check (adherence_min between 10 and 100),
  primary key (clinic_id, plan_id, phase_id),
  foreign key (clinic_id, plan_id) references plan_draft (clinic_id, plan_id)
);

create table version_phase (
  clinic_id uuid not null,
  version_id uuid not null,
  patient_id uuid not null,
  phase_id uuid not null,
  position smallint not null,
  name text not null,
  aim text,
  starts_on date,
  pain_max smallint constraint version_phase_pain check (pain_max between 0 and 9),
  sessions_min smallint constraint version_phase_sessions check (sessions_min between 1 and 100),
  adherence_min smallint constraint version_phase_adherence check (adherence_min between 10 and 100),
  primary key (clinic_id, version_id, phase_id),
  foreign key (clinic_id, version_id) references plan_version (clinic_id, id)
);
create index version_phase_patient on version_phase (clinic_id, patient_id);

-- What a therapist decided, appended only.
create table phase_begun (
  clinic_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  phase_id uuid not null,
  begun_on date not null,
  begun_by uuid not null,
  created_at timestamp with time zone not null default now(),
  primary key (clinic_id, id),
  foreign key (clinic_id, plan_id) references plan (clinic_id, id)
);
create index phase_begun_plan on phase_begun (clinic_id, plan_id);

grant select, insert, update, delete on draft_phase to carryover_app;
grant select, insert on version_phase, phase_begun to carryover_app;

alter table draft_phase enable row level security;
alter table draft_phase force row level security;
create policy "staff_of_clinic" on draft_phase for all to carryover_app
  using (draft_phase.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null)
  with check (draft_phase.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);
do $$
declare
  name text;
  of_patient constant text := $r$%1$I.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or %1$I.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid))$r$;
  is_staff constant text := $r$(select nullif(current_setting('app.patient_id', true), '')::uuid) is null$r$;
begin
  foreach name in array array['version_phase', 'phase_begun'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy "patient_of_clinic" on %1$I for all to carryover_app using (' || of_patient
      || ') with check (' || of_patient || ')', name);
    execute format('create policy "staff_adds" on %1$I as restrictive for insert to carryover_app with check ('
      || is_staff || ')', name);
    execute format('create policy "staff_changes" on %1$I as restrictive for update to carryover_app using ('
      || is_staff || ')', name);
    execute format('create policy "staff_deletes" on %1$I as restrictive for delete to carryover_app using ('
      || is_staff || ')', name);
  end loop;
end $$;
