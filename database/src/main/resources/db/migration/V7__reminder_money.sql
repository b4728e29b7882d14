-- What a reminder took from the day's money, in ten-thousandths, so that it can be given back; 0 for mail and codes.
alter table ledger.attempt add column cost bigint not null default 0 check (cost >= 0);
