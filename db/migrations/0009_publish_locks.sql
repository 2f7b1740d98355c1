-- Whatever a draft has held since then may come back to it, by undoing or from an earlier version, although the
-- library would not let it be added any more.
alter table plan_draft
  add column held_exercises text[] not null default '{}',
  add column held_advice text[] not null default '{}';
