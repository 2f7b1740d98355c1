-- The last snapshot made for a patient's phone, with the digest of what it was made from.

create table portal_snapshot (
  clinic_id uuid not null,
  patient_id uuid not null,
  stamp text not null,
  body text not null,
  made_at timestamp with time zone not null,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id)
);

-- Read far more often than written: not compressed.
alter table portal_snapshot alter column body set storage external;

alter table portal_snapshot enable row level security;
alter table portal_snapshot force row level security;
create policy "patient_of_clinic" on portal_snapshot for all to carryover_app
  using (portal_snapshot.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or portal_snapshot.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)))
  with check (portal_snapshot.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)
    and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null
      or portal_snapshot.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)));

grant select, insert, update on portal_snapshot to carryover_app;
