-- Which key stands behind an epoch's number: the hash of its public half, so that nobody seals under another key of
-- that name (two notifiers with a key folder each, a file put back under the wrong name). Compared, never sealed to.
create table people.epoch (
  number      int   primary key check (number >= 1),
  fingerprint bytea not null unique check (octet_length(fingerprint) = 32),
  day         date  not null default app.today()
);
grant select, insert on people.epoch to notifier;
