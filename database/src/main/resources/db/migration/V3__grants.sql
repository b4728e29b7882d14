-- Who may do what: the store table of the architecture, line by line. Nobody but the owner has anything by default.

revoke all on all functions in schema door, people, ledger from public;
revoke all on function app.now(), app.today(), app.complaint(int) from public;

grant usage on schema app to tracker, scheduler, notifier, organiser_ro;
grant execute on function app.now(), app.today(), app.complaint(int) to tracker, scheduler, notifier, organiser_ro;

-- The door seals and posts. It reads one answer and one view, by a key it was given.
grant usage on schema door, people, organiser, wave to tracker;
grant insert (id, sealed) on door.inbox to tracker;
grant execute on function door.answer_for(uuid) to tracker;
grant execute on function people.person_view(bytea) to tracker;
grant select, insert, update, delete on all tables in schema organiser to tracker;
grant select on wave.release to tracker;

-- The clock is blind: row ids and instants, and the trigger scheduler_moves above that.
grant usage on schema ledger, quartz to scheduler;
grant select (id, lane, state, wake_at, turn) on ledger.reminder to scheduler;
grant update (state, turn, wake_at) on ledger.reminder to scheduler;
grant select, insert, update, delete on ledger.heartbeat to scheduler;
grant select, insert, update, delete on all tables in schema quartz to scheduler;

-- The one reader and writer.
grant usage on schema door, people, ledger, wave, organiser to notifier;
grant select, delete, update (wake_at, tries) on door.inbox to notifier;
-- a delete needs to see what it looks for; the word itself stays unseen
grant insert, delete, select (message, wake_at) on door.answer to notifier;
grant select, insert, update, delete on all tables in schema people to notifier;
grant select, insert, update, delete on
  ledger.reminder, ledger.attempt, ledger.receipt, ledger.contact_day, ledger.told to notifier;
grant select on ledger.heartbeat to notifier;
grant insert on wave.release, wave.punctuality to notifier;
grant select on organiser.community to notifier;

-- The organisers' pages read what has been released.
grant usage on schema wave to organiser_ro;
grant select on wave.release, wave.punctuality to organiser_ro;
