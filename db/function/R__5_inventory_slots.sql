-- What becomes of a slot's seats as a whole.

-- Puts a published slot into the ledger, once. Of a pool that is released in batches the capacity is the first one; the
-- others are p_batch_*. Later changes go through resize_pool and close_slot.
create or replace function open_slot(p_slot uuid, p_limit int, p_starts timestamptz, p_ends timestamptz,
    p_pools text[], p_capacities int[], p_released timestamptz[], p_lapses timestamptz[],
    p_batch_pools text[] default '{}', p_batch_opens timestamptz[] default '{}', p_batch_seats int[] default '{}',
    p_return_minutes int default 0) returns void
language plpgsql volatile as $$
begin
  insert into slot_seats (slot_id, party_limit, starts_at, ends_at, return_minutes)
  values (p_slot, p_limit, p_starts, p_ends, p_return_minutes)
  on conflict do nothing;
  if found then
    insert into pool_seats (slot_id, pool, capacity, released_at, lapses_at)
    select p_slot, p, c, r, l from unnest(p_pools, p_capacities, p_released, p_lapses) as d(p, c, r, l);
    insert into pool_batch (slot_id, pool, opens_at, seats)
    select p_slot, p, o, s from unnest(p_batch_pools, p_batch_opens, p_batch_seats) as d(p, o, s);
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

-- Opens the batches whose time has come: to who waits first, else to everybody. Answers the numbers; null when none was due.
create or replace function open_batches(p_slot uuid) returns text language plpgsql volatile as $$
declare
  locked bigint := lock_slot(p_slot);
begin
  with due as (
    update pool_batch set opened = true where slot_id = p_slot and not opened and opens_at <= hub_now() returning pool, seats)
  update pool_seats p set capacity = p.capacity + d.seats
    from (select pool, sum(seats)::int as seats from due group by pool) d
   where p.slot_id = p_slot and p.pool = d.pool;
  if not found then
    return null;
  end if;
  perform call_queue(p_slot);
  perform raise_version(p_slot, locked + 1);
  return slot_numbers(p_slot, locked, '{}', '{}');
end $$;

-- Gives a pool another capacity, never below what is promised (else the error GY001). Batches that come later come on top.
-- Answers the numbers.
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

-- From when on the seats for everybody can be held by who comes first.
create or replace function public_release(p_slot uuid) returns timestamptz language sql stable as $$
  select released_at from pool_seats where slot_id = p_slot and pool = 'PUBLIC'
$$;

-- How many seats are free for everybody; held ones count as free.
create or replace function free_public(p_slot uuid) returns int language sql stable as $$
  select coalesce((select capacity - booked - kept from pool_seats where slot_id = p_slot and pool = 'PUBLIC'), 0)
$$;

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
