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
         + coalesce((select sum(seats)::int from pool_batch b where b.slot_id = p_slot and not b.opened), 0)
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

-- Takes the seats of holds, one after the other as they are given, in one look and one write: a smaller later one may fit
-- where a larger one did not. Of each hold: its id, party, pool, seats, whether the party limit holds for it, and keys
-- (joined by commas) of which each may be taken once. p_state is BOOKED, or KEPT for a durable promise until p_until
-- (null: for ever). Answers a verdict each:
-- OK | STANDS (it has its seats, or had them and was cancelled) | ABANDONED | NO_POOL | LIMIT | FULL | TAKEN (a key of it).
create or replace function take_seats_in_turn(p_slot uuid, p_version bigint, p_holds uuid[], p_parties uuid[], p_pools text[],
    p_seats int[], p_limited boolean[], p_once text[], p_state text, p_until timestamptz) returns text[]
language plpgsql volatile as $$
declare
  verdicts text[] := array_fill(null::text, array[cardinality(p_holds)]);
  most constant int := (select party_limit from slot_seats where slot_id = p_slot);
  names text[];
  free int[];
  more int[] := array_fill(0, array[cardinality(p_holds)]);
  busy text[] := '{}';
  each record;
begin
  select array_agg(pool order by pool), array_agg(capacity - booked - kept order by pool) into names, free
    from pool_seats where slot_id = p_slot;
  for each in
    select d.i, d.seats, d.limited, string_to_array(d.once, ',') as once, c.state as claimed, coalesce(h.seats, 0) as had,
           array_position(names, case when p.lapsed then 'PUBLIC' else p.pool end) as place,
           dense_rank() over (order by d.party) as party
      from unnest(p_holds, p_parties, p_pools, p_seats, p_limited, p_once) with ordinality d(hold, party, pool, seats, limited, once, i)
      left join seat_claim c on c.hold_id = d.hold
      left join pool_seats p on p.slot_id = p_slot and p.pool = d.pool
      left join (select party, sum(seats)::int as seats from seat_claim
                  where slot_id = p_slot and party = any (p_parties) and state in ('BOOKED', 'KEPT') group by party) h on h.party = d.party
     order by d.i
  loop
    verdicts[each.i] := case
      when each.claimed = 'ABANDONED' then 'ABANDONED'
      when each.claimed is not null then 'STANDS'
      when each.place is null then 'NO_POOL'
      when each.limited and each.had + more[each.party] + each.seats > most then 'LIMIT'
      when free[each.place] < each.seats then 'FULL'
      when busy && each.once then 'TAKEN'
      else 'OK' end;
    if verdicts[each.i] = 'OK' then
      free[each.place] := free[each.place] - each.seats;
      more[each.party] := more[each.party] + each.seats;
      busy := busy || each.once;
    end if;
  end loop;
  with taken as (
    insert into seat_claim (hold_id, slot_id, pool, party, seats, version, state, kept_until, written_at)
    select d.hold, p_slot, case when p.lapsed then 'PUBLIC' else p.pool end, d.party, d.seats, p_version, p_state, p_until, hub_now()
      from unnest(p_holds, p_parties, p_pools, p_seats, verdicts) d(hold, party, pool, seats, verdict)
      join pool_seats p on p.slot_id = p_slot and p.pool = d.pool
     where d.verdict = 'OK'
    returning pool, seats)
  update pool_seats p
     set booked = booked + case p_state when 'BOOKED' then t.seats else 0 end,
         kept = kept + case p_state when 'KEPT' then t.seats else 0 end
    from (select pool, sum(seats)::int as seats from taken group by pool) t
   where p.slot_id = p_slot and p.pool = t.pool;
  return verdicts;
end $$;

-- The same for one hold.
create or replace function take_seats(p_slot uuid, p_version bigint, p_hold uuid, p_party uuid, p_pool text,
    p_seats int, p_state text, p_until timestamptz, p_limited boolean) returns text language sql volatile as $$
  select (take_seats_in_turn(p_slot, p_version, array[p_hold], array[p_party], array[p_pool], array[p_seats], array[p_limited],
    array[''], p_state, p_until))[1]
$$;

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

-- Seats that a booking gave back become a batch that opens at a random moment, where the slot says so and was full: with
-- others free, theirs are no chance for anybody, and nobody can hide a slot by booking and cancelling. It opens in the first
-- half of the time that is left, to who waits first. Until then they are not there.
create or replace function return_seats(p_slot uuid, p_pool text, p_seats int) returns void language sql volatile as $$
  with chosen as (
    select hub_now() + random() * least(make_interval(mins => return_minutes), (starts_at - hub_now()) / 2) as opens_at
      from slot_seats
     where slot_id = p_slot and return_minutes > 0 and p_pool = 'PUBLIC' and starts_at > hub_now()
       and (select capacity - booked - kept from pool_seats where slot_id = p_slot and pool = p_pool) <= p_seats),
  shut as (
    update pool_seats set capacity = capacity - p_seats from chosen where slot_id = p_slot and pool = p_pool)
  insert into pool_batch (slot_id, pool, opens_at, seats) select p_slot, p_pool, opens_at, p_seats from chosen
$$;

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
  if claim.state = 'BOOKED' then
    perform return_seats(p_slot, claim.pool, claim.seats);
  end if;
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
    perform return_seats(p_slot, claim.pool, -more);
    perform lapse_pools(p_slot);
    perform call_queue(p_slot);
  end if;
  return 'OK';
end $$;

-- Whether the ledger has to change by itself: a pool lapses, or a promise is over.
create or replace function is_due(p_slot uuid) returns boolean language sql stable as $$
  select exists (select from pool_seats where slot_id = p_slot and pool <> 'PUBLIC' and lapses_at <= hub_now()
                    and (not lapsed or capacity > booked + kept))
      or exists (select from seat_claim where slot_id = p_slot and state = 'KEPT' and kept_until <= hub_now())
$$;

-- Asking is a write: each hold that has no claim is ABANDONED, due pools lapse, due keeps end. Answers the numbers, with
-- the holds asked about and the keeps ended as finished. Null when the ledger does not know the slot. Where nobody is asked
-- about and nothing is due nothing is written: no lock, and no commit that waits for the disk.
create or replace function ask_ledger(p_slot uuid, p_holds uuid[], p_pools text[], p_parties uuid[], p_seats int[])
returns text language plpgsql volatile as $$
declare
  locked bigint;
  written int;
  ended uuid[];
  lapsed boolean;
begin
  if cardinality(p_holds) = 0 and not is_due(p_slot) then
    return slot_numbers(p_slot, (select version from slot_seats where slot_id = p_slot), '{}', '{}');
  end if;
  locked := lock_slot(p_slot);
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
