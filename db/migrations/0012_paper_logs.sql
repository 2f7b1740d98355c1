-- Diaries that come back on paper: who filled a sheet in beside who typed it, and ratings of the morning that can
-- be taken back like a session.

alter table session_log
  add column reported_by text,
  add constraint session_log_reported_by check (reported_by in ('patient', 'carer', 'front_desk')),
  add constraint session_log_paper check (
    (source = 'paper') = (typed_by is not null) and (source = 'paper') = (reported_by is not null));

alter table morning_log
  add column withdrawn boolean not null default false,
  add column typed_by uuid,
  add column reported_by text,
  add constraint morning_log_reported_by check (reported_by in ('patient', 'carer', 'front_desk')),
  add constraint morning_log_paper check (
    (source = 'paper') = (typed_by is not null) and (source = 'paper') = (reported_by is not null));
