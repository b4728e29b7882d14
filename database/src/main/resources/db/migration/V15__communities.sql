-- Communities are made and closed, and first links are given out, by whoever is at the machine, through the notifier
-- (decision 0172). It sees which roles are there, and no handle, passkey or hash.

grant insert (id, join_code) on organiser.community to notifier;
grant select (community, role, active) on organiser.organiser to notifier;
-- a delete needs to see what it looks for: links that are over
grant insert (id, hash, community, role, expires_at), select (expires_at), delete on organiser.invitation to notifier;

-- No page of the door makes, closes or reopens one.
revoke insert, update, delete on organiser.community from tracker;

-- Two links that stand for each other; no where an operator is there already, whose word an invitation then takes. What
-- is left of a founding that came to nothing goes.
create function organiser.found(founded uuid, one bytea, other bytea) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
  as $$
  declare
    pair uuid := gen_random_uuid();
  begin
    -- nobody enrols meanwhile
    lock table organiser.invitation in share row exclusive mode;
    if exists (select from organiser.organiser o join organiser.community c on c.id = o.community
                where o.active and o.role = 'OPERATOR' and c.active) then
      return false;
    end if;
    delete from organiser.organiser where not active;
    delete from organiser.invitation where founding is not null;
    insert into organiser.invitation (id, hash, community, role, expires_at, founding)
      select gen_random_uuid(), hash, founded, 'OPERATOR', app.now() + interval '24 hours', pair
        from unnest(array[one, other]) hash;
    return true;
  end $$;

-- For good: its organisers, their passkeys and open links are forgotten. How many could come in; null where no such
-- community is open. The row stays, so that nobody makes another one of the same code.
create function organiser.close(code text) returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
  as $$
  declare
    closed uuid;
    gone int;
  begin
    lock table organiser.invitation in share row exclusive mode;
    update organiser.community set active = false where join_code = code and active returning id into closed;
    if closed is null then
      return null;
    end if;
    delete from organiser.invitation where community = closed;
    with o as (delete from organiser.organiser where community = closed returning active)
      select count(*) filter (where active) into gone from o;
    return gone;
  end $$;

revoke all on function organiser.found(uuid, bytea, bytea), organiser.close(text) from public;
grant execute on function organiser.found(uuid, bytea, bytea), organiser.close(text) to notifier;
