-- Of a hundred households that were written to in the four weeks before a day, how many said STOP: a coarse step and
-- no count, written once and never changed (decision 0176). Null where too few were written to.
create table wave.opt_out (
  released   date primary key check (extract(isodow from released) = 1),
  of_hundred smallint check (of_hundred in (0, 1, 2, 5, 10))
);
grant select, insert, delete on wave.opt_out to notifier;
grant select on wave.opt_out to tracker, organiser_ro;
