-- The seat ledger's steps. Every function but slot_numbers, load_slot and seats_of_party needs the slot's lock, which
-- lock_slot takes; what changes in one transaction is written under one new version, locked version + 1.

-- Locks the slot and answers its version; null when the ledger does not know the slot.
create or replace function lock_slot(p_slot uuid) returns bigint language sql volatile as $$
  select version from slot_seats where slot_id = p_slot for update
$$;

-- Moves what nobody booked in a due pool to PUBLIC; seats that are freed in a lapsed pool later follow. True when it did.
create or replace function lapse_pools(p_slot uuid) returns boolean language plpgsql volatile as $$
declare
  moved int;
  marked int;
begin
  with due as (
    select pool, capacity - booked - kept as free from pool_seats
     where slot_id = p_slot and pool <> 'PUBLIC' and lapses_at <= hub_now()
       and (not lapsed or capacity > booked + kept)),
  shrunk as (
    update pool_seats p set capacity = p.capacity - due.free, lapsed = true
      from due where p.slot_id = p_slot and p.pool = due.pool
    returning due.free)
  select coalesce(sum(free), 0), count(*) into moved, marked from shrunk;
  if moved > 0 then
    insert into pool_seats (slot_id, pool, capacity, released_at) values (p_slot, 'PUBLIC', moved, hub_now())
    on conflict (slot_id, pool) do update set capacity = pool_seats.capacity + moved;
  end if;
  return marked > 0;
end $$;

-- Seats came back: where somebody waits they are for them first.
create or replace function call_queue(p_slot uuid) returns void language sql volatile as $$
  update slot_seats set waiting = true where slot_id = p_slot and queue and not waiting
$$;

-- Somebody waits for seats of the slot, or nobody does any more. Raises no version: its caller does.
create or replace function queue_slot(p_slot uuid, p_queue boolean) returns void language sql volatile as $$
  update slot_seats set queue = p_queue, waiting = p_queue
   where slot_id = p_slot and (queue <> p_queue or waiting <> p_queue)
$$;

-- How many seats a party may have of the slot, and how many there are for everybody at most.
create or replace function slot_room(p_slot uuid, out party_limit int, out seats int) language sql stable as $$
  select s.party_limit, coalesce((select sum(capacity)::int from pool_seats p where p.slot_id = p_slot and (p.pool = 'PUBLIC' or p.lapses_at is not null)), 0)
    from slot_seats s where s.slot_id = p_slot
$$;

-- Ends keeps whose time is over; answers their holds.
create or replace function end_keeps(p_slot uuid, p_version bigint) returns uuid[] language plpgsql volatile as $$
declare
  ended uuid[];
begin
  with due as (
    update seat_claim set state = 'ABANDONED', version = p_version
     where slot_id = p_slot and state = 'KEPT' and kept_until <= hub_now()
    returning hold_id, pool, seats),
  freed as (
    update pool_seats p set kept = p.kept - d.seats
      from (select pool, sum(seats)::int as seats from due group by pool) d
     where p.slot_id = p_slot and p.pool = d.pool)
  select array_agg(hold_id) into ended from due;
  if ended is not null then
    perform call_queue(p_slot);
  end if;
  return coalesce(ended, '{}');
end $$;

create or replace function raise_version(p_slot uuid, p_version bigint) returns void language sql volatile as $$
  update slot_seats set version = p_version where slot_id = p_slot
$$;

create or replace function seats_of_party(p_slot uuid, p_party uuid) returns int language sql stable as $$
  select coalesce(sum(seats), 0)::int from seat_claim
   where slot_id = p_slot and party = p_party and state in ('BOOKED', 'KEPT')
$$;

-- Takes a hold's seats. p_state is BOOKED, or KEPT for a durable promise that lasts until p_until (null: for ever).
-- OK | STANDS (it has its seats, or had them and was cancelled) | ABANDONED | NO_POOL | LIMIT | FULL.
create or replace function take_seats(p_slot uuid, p_version bigint, p_hold uuid, p_party uuid, p_pool text,
    p_seats int, p_state text, p_until timestamptz, p_limited boolean) returns text language plpgsql volatile as $$
declare
  claim seat_claim;
  target text;
  most int;
begin
  select * into claim from seat_claim where hold_id = p_hold;
  if found then
    return case claim.state when 'ABANDONED' then 'ABANDONED' else 'STANDS' end;
  end if;
  select case when lapsed then 'PUBLIC' else pool end into target from pool_seats
   where slot_id = p_slot and pool = p_pool;
  if target is null then
    return 'NO_POOL';
  end if;
  select party_limit into most from slot_seats where slot_id = p_slot;
  if p_limited and seats_of_party(p_slot, p_party) + p_seats > most then
    return 'LIMIT';
  end if;
  update pool_seats
     set booked = booked + case p_state when 'BOOKED' then p_seats else 0 end,
         kept = kept + case p_state when 'KEPT' then p_seats else 0 end
   where slot_id = p_slot and pool = target and booked + kept + p_seats <= capacity;
  if not found then
    return 'FULL';
  end if;
  insert into seat_claim (hold_id, slot_id, pool, party, seats, version, state, kept_until, written_at)
  values (p_hold, p_slot, target, p_party, p_seats, p_version, p_state, p_until, hub_now());
  return 'OK';
end $$;

create or replace function claimed_seats(p_hold uuid) returns int language sql stable as $$
  select seats from seat_claim where hold_id = p_hold
$$;

-- Turns a durable promise into a booking. OK | STANDS | GONE.
create or replace function book_kept(p_slot uuid, p_version bigint, p_hold uuid) returns text
language plpgsql volatile as $$
declare
  claim seat_claim;
begin
  select * into claim from seat_claim where hold_id = p_hold and slot_id = p_slot;
  if claim.state = 'BOOKED' then
    return 'STANDS';
  end if;
  if claim.state is distinct from 'KEPT' or claim.kept_until <= hub_now() then
    return 'GONE';
  end if;
  update pool_seats set kept = kept - claim.seats, booked = booked + claim.seats
   where slot_id = p_slot and pool = claim.pool;
  update seat_claim set state = 'BOOKED', kept_until = null, version = p_version where hold_id = p_hold;
  return 'OK';
end $$;

-- Gives a claim's seats back. True when it had any.
create or replace function free_seats(p_slot uuid, p_version bigint, p_hold uuid) returns boolean
language plpgsql volatile as $$
declare
  claim seat_claim;
begin
  select * into claim from seat_claim where hold_id = p_hold and slot_id = p_slot and state in ('BOOKED', 'KEPT');
  if not found then
    return false;
  end if;
  update pool_seats
     set booked = booked - case claim.state when 'BOOKED' then claim.seats else 0 end,
         kept = kept - case claim.state when 'KEPT' then claim.seats else 0 end
   where slot_id = p_slot and pool = claim.pool;
  update seat_claim set state = 'CANCELLED', version = p_version where hold_id = p_hold;
  perform lapse_pools(p_slot);
  perform call_queue(p_slot);
  return true;
end $$;

-- Changes how many seats a booked claim has; the caller has the slot's lock and raises the version. p_extra is the hold
-- under which the image keeps what is added: given up, it is not added later, and added, it is noted as ended, so that an
-- image that missed the settle hears of it.
-- OK | GONE (nothing is booked) | ABANDONED | LIMIT | FULL; only OK changes anything.
create or replace function resize_claim(p_slot uuid, p_version bigint, p_hold uuid, p_seats int, p_extra uuid) returns text
language plpgsql volatile as $$
declare
  claim seat_claim;
  more int;
begin
  select * into claim from seat_claim where hold_id = p_hold and slot_id = p_slot and state = 'BOOKED';
  if not found then
    return 'GONE';
  end if;
  if exists (select from seat_claim where hold_id = p_extra) then
    return 'ABANDONED';
  end if;
  more := p_seats - claim.seats;
  if more > 0 and seats_of_party(p_slot, claim.party) + more > (select party_limit from slot_seats where slot_id = p_slot) then
    return 'LIMIT';
  end if;
  update pool_seats set booked = booked + more
   where slot_id = p_slot and pool = claim.pool and (more < 0 or booked + kept + more <= capacity);
  if not found then
    return 'FULL';
  end if;
  update seat_claim set seats = p_seats, version = p_version where hold_id = p_hold;
  if more > 0 then
    insert into seat_claim (hold_id, slot_id, pool, party, seats, version, state, written_at)
    values (p_extra, p_slot, claim.pool, claim.party, more, p_version, 'CANCELLED', hub_now());
  else
    perform lapse_pools(p_slot);
    perform call_queue(p_slot);
  end if;
  return 'OK';
end $$;

-- What settle and load carry to Redis, as JSON: the numbers at this version, what the parties hold durably, the holds
-- that are finished. Times are milliseconds since 1970; next is when the ledger changes by itself (0: never).
create or replace function slot_numbers(p_slot uuid, p_previous bigint, p_parties uuid[], p_finished uuid[])
returns text language sql stable as $$
  select json_build_object(
    'version', s.version, 'previous', p_previous, 'waiting', s.waiting, 'open', s.open, 'limit', s.party_limit,
    'starts', millis(s.starts_at), 'ends', millis(s.ends_at),
    'next', coalesce(least(
      (select min(millis(lapses_at)) from pool_seats where slot_id = p_slot and not lapsed and lapses_at is not null),
      (select min(millis(kept_until)) from seat_claim where slot_id = p_slot and state = 'KEPT')), 0),
    'pools', (select json_agg(json_build_array(pool, capacity, booked, kept, lapsed, millis(released_at)) order by pool)
                from pool_seats where slot_id = p_slot),
    'parties', (select coalesce(json_agg(json_build_array(p, seats_of_party(p_slot, p))), '[]') from unnest(p_parties) p),
    'finished', to_json(p_finished))::text
    from slot_seats s where s.slot_id = p_slot
$$;

-- The numbers for an image that has seen p_since (0: nothing): with every party for a new image, else with the parties
-- and holds of newer claims. A new image hears of claims as old as the oldest capsule that may still come back.
-- Null when the ledger does not know the slot.
create or replace function load_slot(p_slot uuid, p_since bigint) returns text language sql stable as $$
  select slot_numbers(p_slot, p_since,
    (select coalesce(array_agg(distinct party), '{}') from seat_claim
      where slot_id = p_slot and version > p_since and (p_since > 0 or state in ('BOOKED', 'KEPT'))),
    (select coalesce(array_agg(hold_id), '{}') from seat_claim
      where slot_id = p_slot and version > p_since and (p_since > 0 or written_at > hub_now() - interval '1 hour')))
$$;

-- Asking is a write: each hold that has no claim is ABANDONED, due pools lapse, due keeps end. Answers the numbers, with
-- the holds asked about and the keeps ended as finished. Null when the ledger does not know the slot.
create or replace function ask_ledger(p_slot uuid, p_holds uuid[], p_pools text[], p_parties uuid[], p_seats int[])
returns text language plpgsql volatile as $$
declare
  locked bigint := lock_slot(p_slot);
  written int;
  ended uuid[];
  lapsed boolean;
begin
  if locked is null then
    return null;
  end if;
  insert into seat_claim (hold_id, slot_id, pool, party, seats, version, state, written_at)
  select h, p_slot, p, y, n, locked + 1, 'ABANDONED', hub_now() from unnest(p_holds, p_pools, p_parties, p_seats) as d(h, p, y, n)
  on conflict (hold_id) do nothing;
  get diagnostics written = row_count;
  ended := end_keeps(p_slot, locked + 1);
  lapsed := lapse_pools(p_slot);
  if written > 0 or lapsed or cardinality(ended) > 0 then
    perform raise_version(p_slot, locked + 1);
  end if;
  return slot_numbers(p_slot, locked,
    (select coalesce(array_agg(distinct party), '{}') from seat_claim where hold_id = any (p_holds || ended)),
    p_holds || ended);
end $$;

-- Puts a published slot into the ledger, once; later changes go through resize_slot and close_slot.
create or replace function open_slot(p_slot uuid, p_limit int, p_starts timestamptz, p_ends timestamptz,
    p_pools text[], p_capacities int[], p_released timestamptz[], p_lapses timestamptz[]) returns void
language plpgsql volatile as $$
begin
  insert into slot_seats (slot_id, party_limit, starts_at, ends_at) values (p_slot, p_limit, p_starts, p_ends)
  on conflict do nothing;
  if found then
    insert into pool_seats (slot_id, pool, capacity, released_at, lapses_at)
    select p_slot, p, c, r, l from unnest(p_pools, p_capacities, p_released, p_lapses) as d(p, c, r, l);
  end if;
end $$;

-- From now on nothing of the slot can be held or booked. Answers the numbers, or null for an unknown slot.
create or replace function close_slot(p_slot uuid) returns text language plpgsql volatile as $$
declare
  locked bigint := lock_slot(p_slot);
begin
  if locked is null then
    return null;
  end if;
  update slot_seats set open = false, version = locked + 1 where slot_id = p_slot and open;
  return slot_numbers(p_slot, locked, '{}', '{}');
end $$;

-- Gives a pool another capacity, never below what is promised; the answer is the numbers, or null when it was refused.
create or replace function resize_pool(p_slot uuid, p_pool text, p_capacity int) returns text
language plpgsql volatile as $$
declare
  locked bigint := lock_slot(p_slot);
begin
  perform lapse_pools(p_slot);
  update pool_seats set capacity = p_capacity
   where slot_id = p_slot and pool = p_pool and not lapsed and booked + kept <= p_capacity;
  if not found then
    raise exception using errcode = 'GY001', message = 'seats are promised';
  end if;
  perform call_queue(p_slot);
  perform raise_version(p_slot, locked + 1);
  return slot_numbers(p_slot, locked, '{}', '{}');
end $$;

-- Whether the slot is open, and when it takes place.
create or replace function slot_standing(p_slot uuid, out open boolean, out during tstzrange) language sql stable as $$
  select s.open, tstzrange(s.starts_at, s.ends_at) from slot_seats s where s.slot_id = p_slot
$$;

-- Keeps free seats for who waits, or opens to everybody those that fit nobody who does. Whoever decides that says which
-- version was seen (null: whichever): when the ledger has changed since, nothing is done.
create or replace function set_waiting(p_slot uuid, p_waiting boolean, p_seen bigint default null) returns text
language plpgsql volatile as $$
declare
  locked bigint := lock_slot(p_slot);
begin
  update slot_seats set waiting = p_waiting, version = locked + 1
   where slot_id = p_slot and waiting <> p_waiting and version = coalesce(p_seen, version);
  return slot_numbers(p_slot, locked, '{}', '{}');
end $$;

-- Raises the version without a change and answers all numbers, so that an image that drifted is written anew.
create or replace function raise_slot(p_slot uuid) returns text language plpgsql volatile as $$
declare
  locked bigint := lock_slot(p_slot);
begin
  perform raise_version(p_slot, locked + 1);
  return slot_numbers(p_slot, locked, (select coalesce(array_agg(distinct party), '{}') from seat_claim
    where slot_id = p_slot and state in ('BOOKED', 'KEPT')), '{}');
end $$;
