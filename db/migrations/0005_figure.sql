-- Pictures of exercises: content-addressed, never changed, the same for every clinic.

create table figure (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  art jsonb not null,
  created_at timestamp with time zone not null default now()
);

alter table exercise
  add column figure_id text references figure (id),
  add column figure_made_from text;
alter table prescribed_exercise add column figure_id text references figure (id);

grant select on figure to carryover_app;
