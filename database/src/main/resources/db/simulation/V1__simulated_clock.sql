-- A clock that can be moved forward. Only in databases made for trying things out; real credentials refuse them.

create table app.simulation (
  shift  interval not null default '0',
  step   bigint   not null default 0,
  single boolean primary key default true check (single)
);
insert into app.simulation default values;

grant select on app.simulation to tracker, scheduler, notifier, organiser_ro;
grant update (shift, step) on app.simulation to notifier;

create or replace function app.now() returns timestamptz
  language sql stable parallel safe
  as $$ select now() + (select s.shift from app.simulation s) $$;
