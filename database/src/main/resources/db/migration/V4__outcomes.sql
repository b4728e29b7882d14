-- What the sweeps over attempts need to remember between two looks.
--
-- looks: how often somebody has looked at the attempt in its present state.
-- said, said_epoch: the trace of a text (HMAC of an epoch) by which the provider's list is searched; empty again as
-- soon as the outcome is known.
alter table ledger.attempt
  add column looks      smallint not null default 0 check (looks >= 0),
  add column said       bytea check (octet_length(said) = 16),
  add column said_epoch int check (said_epoch >= 0),
  add constraint said_with_its_epoch check ((said is null) = (said_epoch is null));
