-- What is released of expiry waves, after disclosure control (decision 0170). Nobody ever wrote the table of V1.
drop table wave.release;

-- The days on which something was released: every fourth Monday, whatever it held.
create table wave.release (
  released date primary key check (extract(isodow from released) = 1)
);

-- How many households of a whole country have a document of a sort that ends in a period. A figure is drawn anew every
-- sixteen weeks and copied in between; no figure below 45 is ever stored.
create table wave.cell (
  released     date     not null references wave.release on delete cascade,
  country      text     not null check (country ~ '^[A-Z]{2}$'),
  document     text     not null,
  period_start date     not null check (extract(day from period_start) = 1),
  months       smallint not null check (months in (1, 3)),
  households   int      not null check (households >= 45 and households % 5 = 0),
  drawn        date     not null check (drawn <= released),
  primary key (released, country, document, period_start)
);

-- The same of the households of one community. No resident's page may read it.
create table wave.community_cell (
  released     date     not null references wave.release on delete cascade,
  community    uuid     not null references organiser.community on delete cascade,
  country      text     not null check (country ~ '^[A-Z]{2}$'),
  document     text     not null,
  period_start date     not null check (extract(day from period_start) = 1),
  months       smallint not null check (months in (1, 3)),
  households   int      not null check (households >= 45 and households % 5 = 0),
  drawn        date     not null check (drawn <= released),
  primary key (released, community, country, document, period_start)
);
create index community_cell_community on wave.community_cell (community);

-- When a table's figures of a country and document were last drawn, also where none was large enough to be said.
-- The scope is a community, or noughts for the whole country.
create table wave.draw (
  scope    uuid not null,
  country  text not null check (country ~ '^[A-Z]{2}$'),
  document text not null,
  drawn    date not null,
  primary key (scope, country, document)
);

grant select, insert, delete on wave.release, wave.cell, wave.community_cell to notifier;
grant select, insert, update, delete on wave.draw to notifier;
grant select on wave.release, wave.cell to tracker, organiser_ro;
grant select on wave.community_cell to organiser_ro;
