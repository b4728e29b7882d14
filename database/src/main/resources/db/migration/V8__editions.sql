-- The country packs of every number somebody was planned with, as they are published: public text about countries,
-- nothing about a person. Kept to say what a newer edition changes, and for notifiers of an older release.
create table app.edition (
  number int   primary key check (number >= 1),
  hash   text  not null,
  packs  bytea not null,
  day    date  not null default app.today()
);
grant select, insert, delete on app.edition to notifier;
