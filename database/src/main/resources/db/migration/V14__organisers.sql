-- What passkeys, invitations and the record of deeds need beyond V1. No program has written to these tables yet.

-- The parts of a credential that a later sign-in is checked against. No instants: when somebody was here is nobody's
-- business.
alter table organiser.passkey
  add column attestation     bytea   not null check (octet_length(attestation) <= 8192),
  add column transports      text    not null check (transports ~ '^[a-z,-]{0,60}$'),
  add column backup_eligible boolean not null,
  add column backed_up       boolean not null;

-- Who was revoked has no row any more, so a deed keeps the community it belongs to.
alter table organiser.audit
  add column community uuid not null references organiser.community on delete cascade,
  add column about     uuid,
  add check (action in ('ENROLLED', 'SIGNED_IN', 'INVITED', 'SECONDED', 'REVOKED'));
create index audit_community on organiser.audit (community);

-- One link for one person. Nobody in invited_by: whoever is at the machine. If one of those who vouched is revoked, the
-- invitation is gone with them. Two of one founding vouch for each other: neither is active before both have enrolled.
create table organiser.invitation (
  id          uuid        primary key,
  hash        bytea       not null unique check (octet_length(hash) = 32),
  community   uuid        not null references organiser.community on delete cascade,
  role        text        not null check (role in ('MEMBER', 'LEAD', 'OPERATOR')),
  expires_at  timestamptz not null,
  founding    uuid,
  invited_by  uuid        references organiser.organiser on delete cascade,
  seconded_by uuid        references organiser.organiser on delete cascade,
  used_by     uuid        references organiser.organiser on delete cascade,
  check (seconded_by <> invited_by),
  check (founding is null or invited_by is null and seconded_by is null),
  check (used_by is null or founding is not null or seconded_by is not null)
);
create index invitation_expiry on organiser.invitation (expires_at);

grant select, insert, update, delete on organiser.invitation to tracker;
