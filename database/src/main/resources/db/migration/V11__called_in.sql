-- A phone wrote to us while this code waited: the code then comes out of the part of the budgets that is kept for such
-- phones. False again as soon as it leaves.
alter table people.verification add column called_in boolean not null default false;
