-- Answers by text message: each acts once, too many at a time are kept until the operator has looked.
-- No table says whose an answer is; that stands inside the seals and keys of the notifier.

-- HMAC of the provider's id of an answer: providers call again when they are in doubt.
create table ledger.reply_seen (
  key bytea primary key check (octet_length(key) = 16),
  day date  not null default app.today()
);
create index reply_seen_day on ledger.reply_seen (day);

-- How many answers came in an hour, and from how many contacts that had not answered yet on that day. Hours that had too
-- many are no measure of what is usual.
create table ledger.reply_hour (
  hour     timestamptz primary key,
  replies  int         not null check (replies >= 0),
  contacts int         not null check (contacts >= 0),
  surged   boolean     not null default false
);

-- Who answered today, as HMACs that can be counted and not read.
create table ledger.reply_day (
  key       bytea primary key check (octet_length(key) = 16),
  key_epoch int   not null check (key_epoch >= 0),
  day       date  not null default app.today()
);
create index reply_day_day on ledger.reply_day (day);

-- Answers that came while there were too many, at most one for each contact of a registration, which owner (an HMAC)
-- finds again: HELD ones wait for the operator, LISTED ones (stops) were applied.
create table ledger.reply_held (
  owner  bytea not null check (octet_length(owner) = 16),
  state  text  not null check (state in ('HELD', 'LISTED')),
  sealed bytea not null,
  day    date  not null default app.today(),
  primary key (owner, state)
);
create index reply_held_day on ledger.reply_held (state, day);

grant select, insert, update, delete on
  ledger.reply_seen, ledger.reply_hour, ledger.reply_day, ledger.reply_held to notifier;
