-- In a patient's transaction, people's sessions, links and traces are that patient's own, and staff accounts are hidden.

drop policy "clinic" on audit_event;
create policy "patient_of_clinic" on audit_event for all to carryover_app
  using (audit_event.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or audit_event.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)))
  with check (audit_event.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or audit_event.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)));

drop policy "clinic" on session;
create policy "patient_of_clinic" on session for all to carryover_app
  using (session.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or session.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)))
  with check (session.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or session.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)));

drop policy "clinic" on sign_in_link;
create policy "patient_of_clinic" on sign_in_link for all to carryover_app
  using (sign_in_link.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or sign_in_link.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)))
  with check (sign_in_link.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or sign_in_link.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)));

drop policy "clinic" on membership;
create policy "staff_of_clinic" on membership for all to carryover_app
  using (membership.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null)
  with check (membership.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);

drop policy "self_login_or_colleague" on app_user;
create policy "self_login_or_colleague" on app_user for select to carryover_app
  using (app_user.id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    or app_user.email = (select nullif(current_setting('app.login_email', true), ''))
    or ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      and exists (select 1 from membership m where m.user_id = app_user.id and m.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid))));

create policy "staff_writes" on clinic as restrictive for update to carryover_app
  using ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null);
