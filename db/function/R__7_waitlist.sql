-- Every function locks its slots first, in the order of their ids, and writes all that it changes under one new version.

-- Whether anybody waits for seats of the slot; the caller has its lock.
create or replace function has_queue(p_slot uuid) returns boolean language sql stable as $$
  select exists (select from waiting_slot s join waiting_party w on w.id = s.waiting_id
                  where s.slot_id = p_slot and w.state = 'WAITING')
$$;

-- Puts a party at the end of the list of each slot, of all or of none.
--   verdict  OK | DRAW (its seats are drawn, and those left are not released) | CLOSED
--            | LIMIT (the household would have too many seats) | LARGE (more than there are) | TWICE | CROWDED
--   numbers  what the images of the slots are told, in the order of the slots' ids
create or replace function join_waitlist(p_id uuid, p_account uuid, p_household uuid, p_activity uuid, p_slots uuid[], p_seats int,
    p_adults int, p_children uuid[], p_most int, out verdict text, out numbers text[]) language plpgsql volatile as $$
declare
  s uuid;
  locked bigint;
  standing record;
  room record;
begin
  numbers := '{}';
  for s in select distinct x from unnest(p_slots) x order by x loop
    locked := lock_slot(s);
    select * into standing from slot_standing(s);
    select * into room from slot_room(s);
    verdict := case
      when locked is null or not standing.open or hub_now() >= lower(standing.during) then 'CLOSED'
      when draw_pending(s) then 'DRAW'
      when hub_now() < public_release(s) then 'EARLY'
      when p_seats > room.seats then 'LARGE'
      when seats_of_party(s, p_household) + p_seats > room.party_limit then 'LIMIT'
      when exists (select from waiting_slot ws join waiting_party w on w.id = ws.waiting_id
                    where ws.slot_id = s and w.household_id = p_household and w.state in ('WAITING', 'OFFERED')) then 'TWICE'
      when (select count(*) from waiting_slot ws join waiting_party w on w.id = ws.waiting_id
             where ws.slot_id = s and w.state = 'WAITING') >= p_most then 'CROWDED'
      else 'OK' end;
    exit when verdict <> 'OK';
  end loop;
  if verdict <> 'OK' then
    return;
  end if;
  insert into waiting_party (id, account_id, household_id, activity_id, seats, adults, children, joined_at)
  values (p_id, p_account, p_household, p_activity, p_seats, p_adults, p_children, hub_now());
  insert into waiting_slot (waiting_id, slot_id) select p_id, x from (select distinct unnest(p_slots) x) d;
  for s in select distinct x from unnest(p_slots) x order by x loop
    numbers := numbers || note_queue(s);
  end loop;
end $$;

-- Puts a party at the end of a slot's list, whatever stands there; the caller has the slot's lock and notes the queue.
create or replace function enlist(p_id uuid, p_account uuid, p_household uuid, p_activity uuid, p_slot uuid, p_seats int, p_adults int,
    p_children uuid[], p_joined timestamptz) returns void language plpgsql volatile as $$
begin
  insert into waiting_party (id, account_id, household_id, activity_id, seats, adults, children, joined_at)
  values (p_id, p_account, p_household, p_activity, p_seats, p_adults, p_children, p_joined);
  insert into waiting_slot (waiting_id, slot_id) values (p_id, p_slot);
end $$;

-- Tells the ledger whether anybody waits; answers the numbers. Before a draw was held nobody does, and yet the public gets none.
create or replace function note_queue(p_slot uuid) returns text language plpgsql volatile as $$
declare
  locked bigint := lock_slot(p_slot);
begin
  if draw_held(p_slot) then
    perform queue_slot(p_slot, has_queue(p_slot));
  end if;
  perform raise_version(p_slot, locked + 1);
  return slot_numbers(p_slot, locked, '{}', '{}');
end $$;

-- Keeps seats for the party that is next and tells it so. Whoever waits longer and needs more is skipped, which is counted;
-- after p_skips times it is due.
--   verdict  OK | GONE (it waits no longer) | NOT_FIRST (somebody before it would fit) | LIMIT | FULL | NO_POOL
create or replace function make_offer(p_offer uuid, p_slot uuid, p_waiting uuid, p_until timestamptz, p_skips int,
    out verdict text, out numbers text) language plpgsql volatile as $$
declare
  locked constant bigint := lock_slot(p_slot);
  next waiting_party;
begin
  select * into next from waiting_party where id = p_waiting for update;
  if next.state is distinct from 'WAITING' or not exists (select from waiting_slot where waiting_id = p_waiting and slot_id = p_slot) then
    verdict := 'GONE';
    return;
  end if;
  if exists (select from waiting_slot s join waiting_party w on w.id = s.waiting_id
              where s.slot_id = p_slot and w.state = 'WAITING' and w.place < next.place and w.seats <= next.seats) then
    verdict := 'NOT_FIRST';
    return;
  end if;
  verdict := take_seats(p_slot, locked + 1, p_offer, next.household_id, 'PUBLIC', next.seats, 'KEPT', p_until, true);
  if verdict <> 'OK' then
    return;
  end if;
  insert into seat_offer (id, waiting_id, slot_id, seats, made_at, until)
  values (p_offer, p_waiting, p_slot, next.seats, hub_now(), p_until);
  update waiting_party w
     set skips = w.skips + 1, due_at = coalesce(w.due_at, case when w.skips + 1 >= p_skips then hub_now() end)
    from waiting_slot s
   where s.waiting_id = w.id and s.slot_id = p_slot and w.state = 'WAITING' and w.place < next.place;
  update waiting_party set state = 'OFFERED' where id = p_waiting;
  perform queue_slot(p_slot, has_queue(p_slot));
  perform outbox_append(p_slot::text, 'OfferMade', jsonb_build_object('offer', p_offer, 'waiting', p_waiting, 'slot', p_slot));
  perform raise_version(p_slot, locked + 1);
  numbers := slot_numbers(p_slot, locked, array[next.household_id], array[p_offer]);
end $$;

-- Ends an open offer: PASSED by its party, or LAPSED when its time is over. Its seats go to who is next.
-- False when it was not open any more, or its time is not over.
create or replace function end_offer(p_offer uuid, p_to text, out ended boolean, out numbers text) language plpgsql volatile as $$
declare
  known seat_offer;
  locked bigint;
  household uuid;
begin
  ended := false;
  select * into known from seat_offer where id = p_offer;
  locked := lock_slot(known.slot_id);
  select * into known from seat_offer where id = p_offer for update;
  if known.state is distinct from 'OPEN' or p_to = 'LAPSED' and known.until > hub_now() then
    return;
  end if;
  ended := true;
  perform free_seats(known.slot_id, locked + 1, p_offer);
  update seat_offer set state = p_to, ended_at = hub_now() where id = p_offer;
  update waiting_party set state = case p_to when 'PASSED' then 'LEFT' else 'LAPSED' end where id = known.waiting_id
  returning household_id into household;
  perform outbox_append(known.slot_id::text, 'OfferEnded',
    jsonb_build_object('offer', p_offer, 'waiting', known.waiting_id, 'slot', known.slot_id, 'lapsed', p_to = 'LAPSED'));
  perform raise_version(known.slot_id, locked + 1);
  numbers := slot_numbers(known.slot_id, locked, array[household], array[p_offer]);
end $$;

-- Makes the booking of an offer. A repeat answers the same booking.
--   verdict  OK | STANDS | GONE | CLOSED | CHILD_ELSEWHERE
create or replace function accept_offer(p_offer uuid, p_booking uuid, p_organization uuid, p_site uuid,
    out verdict text, out booking uuid, out numbers text) language plpgsql volatile as $$
declare
  known seat_offer;
  party waiting_party;
  locked bigint;
begin
  select * into known from seat_offer where id = p_offer;
  locked := lock_slot(known.slot_id);
  select * into known from seat_offer where id = p_offer for update;
  select * into party from waiting_party where id = known.waiting_id for update;
  if known.state = 'ACCEPTED' then
    verdict := 'STANDS';
    booking := known.booking_id;
    return;
  end if;
  verdict := case known.state when 'OPEN' then book_kept_seats(p_booking, p_offer, known.slot_id, locked, p_organization, p_site,
    party.account_id, party.household_id, party.adults, party.children) else 'GONE' end;
  if verdict <> 'OK' then
    return;
  end if;
  booking := p_booking;
  update seat_offer set state = 'ACCEPTED', booking_id = p_booking, ended_at = hub_now() where id = p_offer;
  update waiting_party set state = 'BOOKED' where id = party.id;
  perform raise_version(known.slot_id, locked + 1);
  numbers := slot_numbers(known.slot_id, locked, array[party.household_id], array[p_offer]);
end $$;

-- Takes a party that waits off the lists of some of its slots; off the last one it is over, LEFT or OVER as p_to says.
-- A party that has an offer, or is over, stays as it is. Answers slots and numbers in the order of the slots' ids.
create or replace function leave_slots(p_waiting uuid, p_slots uuid[], p_to text) returns table (slot uuid, numbers text)
language plpgsql volatile as $$
declare
  s uuid;
begin
  perform lock_slot(x) from (select x from unnest(p_slots) x order by x) sorted;
  perform from waiting_party where id = p_waiting and state = 'WAITING' for update;
  if not found then
    return;
  end if;
  if not exists (select from waiting_slot where waiting_id = p_waiting and slot_id <> all (p_slots)) then
    update waiting_party set state = p_to where id = p_waiting;
  else
    delete from waiting_slot where waiting_id = p_waiting and slot_id = any (p_slots);
  end if;
  for s in select x from unnest(p_slots) x order by x loop
    slot := s;
    numbers := note_queue(s);
    return next;
  end loop;
end $$;
