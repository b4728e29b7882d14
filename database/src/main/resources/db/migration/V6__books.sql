-- The books: what is done once a day, and how many came and went.

-- Work that is done once for each UTC day, by whichever notifier comes first. day is the last one that is done,
-- wake_at the lease of whoever is at it, figure what was found (people not told, messages to expect).
create table ledger.daily (
  job     text        primary key,
  day     date        not null,
  wake_at timestamptz not null default '-infinity',
  figure  bigint      not null default 0 check (figure >= 0)
);

-- How many registrations were ever activated and erased again; changed in the same transaction as the record.
create table ledger.tally (
  what   text   primary key check (what in ('ACTIVATED', 'ERASED')),
  figure bigint not null check (figure >= 0)
);
insert into ledger.tally (what, figure)
select 'ACTIVATED', count(*) from people.record where state <> 1
union all select 'ERASED', 0;

-- "Has anything gone out today?" is asked every minute.
create index attempt_day on ledger.attempt (day, channel, kind);

grant select, insert, update on ledger.daily, ledger.tally to notifier;
