-- What people often do wrong in an exercise, in the patient's words.

alter table exercise_text add column faults text[] not null default '{}';
