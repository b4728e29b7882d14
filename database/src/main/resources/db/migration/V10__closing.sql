-- What the door may know of the end of the service: one row while it is being wound down. The notifier writes it from
-- the log beside its keys and never reads it: nobody can end the service from here.
create table app.closing (
  one   boolean primary key default true check (one),
  until date    not null,
  ended boolean not null default false
);
grant select, insert, update, delete on app.closing to notifier;
grant select on app.closing to tracker;
