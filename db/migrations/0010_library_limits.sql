-- In a patient's transaction nothing is prescribed; and of removed photos and videos we know whether their bytes are gone.

do $$
declare
  of_table text;
  is_staff constant text := '(select nullif(current_setting(''app.patient_id'', true), '''')::uuid) is null';
begin
  foreach of_table in array array['plan_version', 'prescribed_exercise', 'prescribed_exercise_text',
    'prescribed_media', 'version_advice'] loop
    execute format('create policy "staff_adds" on %1$I as restrictive for insert to carryover_app with check (%2$s)', of_table, is_staff);
    execute format('create policy "staff_changes" on %1$I as restrictive for update to carryover_app using (%2$s)', of_table, is_staff);
    execute format('create policy "staff_deletes" on %1$I as restrictive for delete to carryover_app using (%2$s)', of_table, is_staff);
  end loop;
end $$;

alter table media add column cleared_at timestamptz;
create index media_uncleared on media (clinic_id, removed_at)
  where removed_at is not null and cleared_at is null;
