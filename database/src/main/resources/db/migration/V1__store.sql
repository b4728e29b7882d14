-- The one store. Roles are made before this runs (org.termin.database.Roles); who may do what is in V3__grants.sql.
-- Two rules hold everywhere: ids are random UUIDs (v4), never ordered; no column tells at which moment a person came,
-- only on which day.

create schema door;
create schema people;
create schema ledger;
create schema wave;
create schema organiser;
create schema quartz;

-- ---------------------------------------------------------------------------------------------------------- the clock

-- The only clock of business code. Must stay "language sql stable": the planner can then use an index on wake_at
-- (volatile or plpgsql costs 3 s instead of 0.06 ms on 600,000 rows).
create function app.now() returns timestamptz
  language sql stable parallel safe
  return now();

create function app.today() returns date
  language sql stable parallel safe
  as $$ select (app.now() at time zone 'UTC')::date $$;

-- --------------------------------------------------------------------------------------------------------------- door

-- What people send, sealed by the door for the notifier. '-infinity' is "look at once" and hides when it came.
create table door.inbox (
  id      uuid        primary key,
  sealed  bytea       not null check (octet_length(sealed) <= 4149),
  day     date        not null default app.today(),
  wake_at timestamptz not null default '-infinity',
  tries   int         not null default 0 check (tries >= 0)
);
create index inbox_wake on door.inbox (wake_at);

-- One word per judged message; wake_at says when it is deleted.
create table door.answer (
  message uuid        primary key,
  result  text        not null check (result in ('DONE', 'WRONG', 'EXPIRED', 'LOCKED', 'STALE', 'INVALID')),
  wake_at timestamptz not null default app.now() + interval '1 hour'
);
create index answer_wake on door.answer (wake_at);

-- ------------------------------------------------------------------------------------------------------------- people

-- state: 1 PENDING, 2 ACTIVE, 3 PAUSED, 4 UNREACHABLE; erased = row gone.
-- wake_at: when an unconfirmed or stopped registration is erased, otherwise infinity.
create table people.record (
  id               uuid        primary key,
  version          int         not null check (version >= 1),
  state            smallint    not null check (state between 1 and 4),
  key_epoch        int         not null check (key_epoch >= 0),
  lookup           bytea       not null unique check (octet_length(lookup) = 32),
  record           bytea       not null,
  view             bytea       not null,
  planned_version  int         not null default 0,
  planned_guidance int         not null default 0,
  wake_at          timestamptz not null default 'infinity',
  day              date        not null default app.today()
);
create index record_wake on people.record (wake_at);
create index record_epoch on people.record (key_epoch);
create index record_unplanned on people.record (id) where state = 2 and planned_version < version;
create index record_guidance on people.record (planned_guidance) where state = 2;

-- Which registrations and slots a contact stands in. verified is null until the contact's code came back.
create table people.contact_index (
  index        bytea    not null check (octet_length(index) = 16),
  key_epoch    int      not null check (key_epoch >= 0),
  registration uuid     not null references people.record on delete cascade,
  slot         smallint not null check (slot between 0 and 254),
  verified     date,
  primary key (index, registration, slot)
);
create index contact_index_registration on people.contact_index (registration, slot);
create index contact_index_epoch on people.contact_index (key_epoch);

-- Contacts that said stop; kept 12 months.
create table people.stopped (
  index     bytea primary key check (octet_length(index) = 16),
  key_epoch int   not null check (key_epoch >= 0),
  sealed    bytea not null,
  day       date  not null default app.today()
);
create index stopped_epoch on people.stopped (key_epoch);

-- The one code on its way to a slot. The code itself is derived, never stored; it expires 10 minutes after accepted_at.
create table people.verification (
  registration uuid        not null references people.record on delete cascade,
  slot         smallint    not null check (slot between 0 and 254),
  serial       int         not null check (serial >= 1),
  key_epoch    int         not null check (key_epoch >= 0),
  attempt      uuid,
  tries        int         not null default 0 check (tries >= 0),
  send_at      timestamptz not null default app.now(),
  accepted_at  timestamptz,
  primary key (registration, slot)
);
create index verification_unsent on people.verification (send_at) where attempt is null;
create index verification_attempt on people.verification (attempt) where attempt is not null;
create index verification_accepted on people.verification (accepted_at) where accepted_at is not null;
create index verification_epoch on people.verification (key_epoch);

-- How much of a budget is used in its window.
create table people.budget (
  key       bytea       primary key check (octet_length(key) = 16),
  key_epoch int         not null check (key_epoch >= 0),
  ends_at   timestamptz not null,
  used      bigint      not null check (used >= 0)
);
create index budget_ends on people.budget (ends_at);

-- ------------------------------------------------------------------------------------------------------------- ledger

-- A reason to speak. Cannot be linked to a person or to its neighbours without the notifier's ledger key.
-- wake_at is infinity in SENDING and later: one instant on many rows would link a household.
create table ledger.reminder (
  id         uuid        primary key,
  ref        bytea       not null unique check (octet_length(ref) = 16),
  sealed_ref bytea       not null,
  lane       smallint    not null check (lane in (0, 1)),
  due_at     timestamptz not null,
  not_after  timestamptz not null,
  state      text        not null default 'PLANNED' check (state in (
               'PLANNED', 'RETRY_WAIT', 'QUEUED', 'SENDING', 'ACCEPTED', 'UNKNOWN', 'DELIVERED', 'NO_RECEIPT',
               'FAILED', 'SUPERSEDED', 'CANCELLED', 'EXPIRED_UNSENT')),
  wake_at    timestamptz not null,
  turn       int         not null default 0 check (turn >= 0),
  tries      int         not null default 0 check (tries >= 0)
);
create index reminder_due on ledger.reminder (lane, wake_at) where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED');
create index reminder_queued on ledger.reminder (wake_at) where state = 'QUEUED';
create index reminder_not_after on ledger.reminder (not_after);

-- One message to one contact: the unit of claiming, sending and receipts.
create table ledger.attempt (
  id           uuid        primary key,
  kind         text        not null check (kind in ('REMINDER', 'CODE', 'SAMPLE', 'ANSWER', 'NOTICE')),
  sealed       bytea       not null,
  channel      text        not null check (channel in ('SMS', 'EMAIL')),
  state        text        not null default 'DISPATCHED' check (state in (
                 'DISPATCHED', 'ACCEPTED', 'NOT_SENT', 'REJECTED', 'UNKNOWN', 'DELIVERED', 'UNDELIVERED')),
  wake_at      timestamptz not null,
  provider_ref text,
  error        text,
  resends      smallint    not null default 0 check (resends between 0 and 2),
  day          date        not null default app.today()
);
create index attempt_wake on ledger.attempt (state, wake_at);
create index attempt_provider_ref on ledger.attempt (provider_ref) where provider_ref is not null;

-- Every status a provider ever reported. Insert-only; the order of arrival does not matter.
create table ledger.receipt (
  attempt         uuid not null,
  provider_status text not null,
  error           text,
  day             date not null default app.today(),
  primary key (attempt, provider_status)
);
create index receipt_day on ledger.receipt (day);

-- At most one message per contact and local day.
create table ledger.contact_day (
  key       bytea primary key check (octet_length(key) = 16),
  key_epoch int   not null check (key_epoch >= 0),
  attempt   uuid  not null,
  day       date  not null default app.today()
);
create index contact_day_attempt on ledger.contact_day (attempt);
create index contact_day_day on ledger.contact_day (day);

-- The same document registered twice is told once.
create table ledger.told (
  key       bytea primary key check (octet_length(key) = 16),
  key_epoch int   not null check (key_epoch >= 0),
  attempt   uuid  not null,
  day       date  not null default app.today()
);
create index told_attempt on ledger.told (attempt);
create index told_day on ledger.told (day);

-- When a job last committed; step is the simulated clock's step it answered (0 outside the simulation).
create table ledger.heartbeat (
  job    text        primary key,
  ran_at timestamptz not null default app.now(),
  step   bigint      not null default 0
);

-- The scheduler's two moves, and nothing else: it can neither start a reminder early nor end it, nor put it away.
create function ledger.refuse_scheduler() returns trigger
  language plpgsql
  as $$ begin
    raise exception 'the scheduler may not make this move' using errcode = 'insufficient_privilege';
  end $$;

create trigger scheduler_moves
  before update on ledger.reminder
  for each row
  when (current_user = 'scheduler' and not (
    (   (old.state in ('PLANNED', 'RETRY_WAIT') and new.state = 'QUEUED' and new.turn = old.turn + 1)
     or (old.state = 'QUEUED' and new.state = 'QUEUED' and new.turn = old.turn))
    and old.wake_at <= app.now()
    and new.wake_at > app.now()
    and new.wake_at <= app.now() + interval '1 hour'
    and new.id = old.id and new.ref = old.ref and new.sealed_ref = old.sealed_ref and new.lane = old.lane
    and new.due_at = old.due_at and new.not_after = old.not_after and new.tries = old.tries))
  execute function ledger.refuse_scheduler();

-- --------------------------------------------------------------------------------------------------------------- wave

-- Frozen tables after disclosure control: how many documents end in a period. No cell below the threshold is stored.
create table wave.release (
  released     date     not null,
  country      text     not null check (country ~ '^[A-Z]{2}$'),
  document     text     not null,
  period_start date     not null,
  months       smallint not null check (months in (1, 3)),
  people       int      not null check (people >= 10 and people % 5 = 0),
  primary key (released, country, document, period_start)
);

-- How punctual the reminders of a day were.
create table wave.punctuality (
  day  date     not null,
  lane smallint not null check (lane in (0, 1)),
  sent int      not null check (sent >= 0),
  late int      not null check (late >= 0),
  primary key (day, lane)
);

-- ---------------------------------------------------------------------------------------------------------- organiser

create table organiser.community (
  id        uuid primary key,
  join_code text not null unique,
  active    boolean not null default true,
  day       date not null default app.today()
);

-- A random handle, never a name or an address.
create table organiser.organiser (
  handle    uuid primary key,
  community uuid not null references organiser.community on delete cascade,
  role      text not null check (role in ('MEMBER', 'LEAD', 'OPERATOR')),
  active    boolean not null default true,
  day       date not null default app.today()
);
create index organiser_community on organiser.organiser (community);

create table organiser.passkey (
  credential bytea  primary key,
  handle     uuid   not null references organiser.organiser on delete cascade,
  public_key bytea  not null,
  sign_count bigint not null default 0,
  day        date   not null default app.today()
);
create index passkey_handle on organiser.passkey (handle);

-- Who did what on which day; kept 90 days.
create table organiser.audit (
  id     uuid primary key default gen_random_uuid(),
  handle uuid not null,
  action text not null,
  day    date not null default app.today()
);
create index audit_day on organiser.audit (day);

-- ---------------------------------------------------------------------------------------- the door's two small windows

-- The word for one message whose random id the caller knows.
create function door.answer_for(message_id uuid) returns text
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select a.result from door.answer a where a.message = message_id $$;

-- The sealed view of the one person whose lookup the caller knows; only their receipt code opens it.
create function people.person_view(person_lookup bytea) returns table (id uuid, version int, view bytea)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$ select r.id, r.version, r.view from people.record r where r.lookup = person_lookup $$;

-- ------------------------------------------------------------------------------------------------------ start-up check

-- One sentence why a program must not start here, or null. Services call it first: select app.complaint(<version>).
create function app.complaint(needed int) returns text
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  as $$
  declare
    present int;
  begin
    select max(h.version::int) into present from app.flyway_schema_history h where h.success;
    if present is null or present < needed then
      return format('The database schema is version %s but this program needs version %s: run termin-migrate.',
                    coalesce(present, 0), needed);
    end if;
    if current_setting('fsync') <> 'on' then
      return 'PostgreSQL runs with fsync=off, so a crash would lose people: set fsync=on.';
    end if;
    if current_setting('full_page_writes') <> 'on' then
      return 'PostgreSQL runs with full_page_writes=off, so a crash would lose people: set full_page_writes=on.';
    end if;
    if current_setting('synchronous_commit') = 'off' then
      return 'PostgreSQL runs with synchronous_commit=off, so a crash would lose people: set synchronous_commit=on.';
    end if;
    if app.trusts() then
      return 'PostgreSQL lets people in without a password: replace "trust" in pg_hba.conf by "scram-sha-256".';
    end if;
    return null;
  end $$;
