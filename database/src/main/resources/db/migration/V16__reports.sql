-- What households met at offices, after the same disclosure control as waves (decisions 0170, 0174): about how many of a
-- country said so in the last twelve months. Drawn anew every sixteen weeks and copied in between; never below 45.
create table wave.report_cell (
  released   date not null references wave.release on delete cascade,
  country    text not null check (country ~ '^[A-Z]{2}$'),
  reason     text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  households int  not null check (households >= 45 and households % 5 = 0),
  drawn      date not null check (drawn <= released),
  primary key (released, country, reason)
);

-- When a country's figures were last drawn, all reasons together, also where none was large enough to be said.
create table wave.report_draw (
  country text primary key check (country ~ '^[A-Z]{2}$'),
  drawn   date not null
);

grant select, insert, delete on wave.report_cell to notifier;
grant select, insert, update, delete on wave.report_draw to notifier;
grant select on wave.report_cell to tracker, organiser_ro;
