-- How punctual the reminders of a week were: a coarse share and no count, written once and never changed. in_time is
-- "of 100 households at least so many were told in time", null where there were too few to say. Nobody ever wrote
-- the table of V1.
drop table wave.punctuality;
create table wave.punctuality (
  week    date     not null check (extract(isodow from week) = 1),
  lane    smallint not null check (lane in (0, 1)),
  in_time smallint check (in_time in (0, 50, 80, 95)),
  primary key (week, lane)
);

-- When somebody last looked whether a week can be counted: without it an old table would look like a new one.
create table wave.counted (
  one boolean primary key default true check (one),
  day date    not null
);
grant select, insert, delete on wave.punctuality to notifier;
grant select, insert, update on wave.counted to notifier;
grant select on wave.punctuality, wave.counted to tracker, organiser_ro;
