-- Whether one of the children takes part at another place at that time, or in the slot already. The children are locked.
create or replace function is_elsewhere(p_children uuid[], p_slot uuid, p_site uuid, p_during tstzrange) returns boolean
language sql stable as $$
  select exists (select from participant
                  where active and child_id = any (p_children)
                    and (slot_id = p_slot or site_id <> p_site and during && p_during))
$$;

-- Confirms a batch of holds of one slot, in the order of the arrays, in one transaction. The slot's row is locked by the
-- first statement, so every later one sees what is true now.
--   in   one element a hold: booking id, hold, account, household, party, pool, seats, adults, children (ids joined by
--        commas), state (CONFIRMED | REQUESTED), desk ("true": no party limit, until the end), contact name and phone,
--        sealed answers (base64)
--   out  verdicts  OK | STANDS (booked before, see bookings) | ABANDONED | CLOSED | NO_POOL | LIMIT | FULL | CHILD_ELSEWHERE
--        bookings  the booking of each hold, or null
--        numbers   what the image is told (slot_numbers); null when the ledger does not know the slot
create or replace function confirm_bookings(p_slot uuid, p_organization uuid, p_site uuid, p_ids uuid[], p_holds uuid[],
    p_accounts uuid[], p_households uuid[], p_parties uuid[], p_pools text[], p_seats int[], p_adults int[],
    p_children text[], p_states text[], p_desk boolean[], p_names text[], p_phones text[], p_answers text[],
    out verdicts text[], out bookings uuid[], out numbers text) language plpgsql volatile as $$
declare
  locked constant bigint := lock_slot(p_slot);
  n constant int := cardinality(p_holds);
  changed boolean;
  slot record;
  asked int[];
  taken text[];
  state text;
begin
  verdicts := array_fill('CLOSED'::text, array[n]);
  bookings := array_fill(null::uuid, array[n]);
  if locked is null then
    return;
  end if;
  changed := lapse_pools(p_slot);
  select *, hub_now() as now into slot from slot_standing(p_slot);
  -- one order for all batches, so that two of them never wait for each other
  perform pg_advisory_xact_lock(hashtextextended(child, 0))
     from (select distinct child from unnest(p_children) c, unnest(string_to_array(c, ',')) child order by child) sorted;
  select array_agg(b.id order by d.i),
         array_agg(case when b.id is not null then 'STANDS'
                        when not slot.open or slot.now >= case when d.desk then upper(slot.during) else lower(slot.during) end then 'CLOSED'
                        when d.children <> '' and is_elsewhere(string_to_array(d.children, ',')::uuid[], p_slot, p_site, slot.during) then 'CHILD_ELSEWHERE'
                        else 'ASKED' end order by d.i)
    into bookings, verdicts
    from unnest(p_holds, p_desk, p_children) with ordinality d(hold, desk, children, i)
    left join booking b on b.hold_id = d.hold;
  foreach state in array array['CONFIRMED', 'REQUESTED'] loop
    select array_agg(i order by i) into asked from unnest(verdicts, p_states) with ordinality d(verdict, wanted, i)
     where d.verdict = 'ASKED' and d.wanted = state;
    continue when asked is null;
    select take_seats_in_turn(p_slot, locked + 1, array_agg(d.hold order by d.i), array_agg(d.party order by d.i), array_agg(d.pool order by d.i),
             array_agg(d.seats order by d.i), array_agg(not d.desk order by d.i), array_agg(d.children order by d.i),
             case state when 'REQUESTED' then 'KEPT' else 'BOOKED' end, null)
      into taken
      from unnest(p_holds, p_parties, p_pools, p_seats, p_desk, p_children) with ordinality d(hold, party, pool, seats, desk, children, i)
     where d.i = any (asked);
    for k in 1..cardinality(asked) loop
      verdicts[asked[k]] := case taken[k] when 'TAKEN' then 'CHILD_ELSEWHERE' else taken[k] end;
      if taken[k] = 'OK' then
        bookings[asked[k]] := p_ids[asked[k]];
      end if;
    end loop;
    insert into booking (id, hold_id, slot_id, organization_id, account_id, household_id, party, pool, seats, adults, state,
      contact_name, contact_phone, answers_sealed, starts_at)
    select d.id, d.hold, p_slot, p_organization, d.account, d.household, d.party, d.pool, d.seats, d.adults, state,
           d.name, d.phone, nullif(decode(d.answers, 'base64'), ''), lower(slot.during)
      from unnest(p_ids, p_holds, p_accounts, p_households, p_parties, p_pools, p_seats, p_adults, p_names, p_phones, p_answers, verdicts)
           with ordinality d(id, hold, account, household, party, pool, seats, adults, name, phone, answers, verdict, i)
     where d.i = any (asked) and d.verdict = 'OK' order by d.i;
    insert into participant (booking_id, child_id, slot_id, site_id, during)
    select d.id, child::uuid, p_slot, p_site, slot.during
      from unnest(p_ids, p_children, verdicts) with ordinality d(id, children, verdict, i), unnest(string_to_array(d.children, ',')) child
     where d.i = any (asked) and d.verdict = 'OK';
    perform outbox_append_all(p_slot::text, case state when 'REQUESTED' then 'BookingRequested' else 'BookingConfirmed' end,
        array_agg(jsonb_build_object('booking', d.id, 'slot', p_slot, 'seats', d.seats, 'version', locked + 1) order by d.i))
       from unnest(p_ids, p_seats, verdicts) with ordinality d(id, seats, verdict, i)
      where d.i = any (asked) and d.verdict = 'OK';
  end loop;
  changed := changed or 'OK' = any (verdicts);
  if changed then
    perform raise_version(p_slot, locked + 1);
  end if;
  numbers := slot_numbers(p_slot, locked, p_parties, (select coalesce(array_agg(d.hold order by d.i), '{}')
    from unnest(p_holds, verdicts) with ordinality d(hold, verdict, i) where d.verdict in ('OK', 'STANDS', 'ABANDONED')));
end $$;

-- Makes a booking of seats that are kept for a party; the caller has the slot's lock and raises the version.
-- OK | GONE (they are kept no longer) | CLOSED | CHILD_ELSEWHERE; only OK changes anything.
create or replace function book_kept_seats(p_booking uuid, p_hold uuid, p_slot uuid, p_locked bigint, p_organization uuid,
    p_site uuid, p_account uuid, p_household uuid, p_adults int, p_children uuid[]) returns text language plpgsql volatile as $$
declare
  slot record;
  seats int;
begin
  select * into slot from slot_standing(p_slot);
  if not slot.open or hub_now() >= lower(slot.during) then
    return 'CLOSED';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(child::text, 0))
     from (select child from unnest(p_children) child order by child::text) sorted;
  begin
    if book_kept(p_slot, p_locked + 1, p_hold) <> 'OK' then
      return 'GONE';
    end if;
    seats := claimed_seats(p_hold);
    insert into booking (id, hold_id, slot_id, organization_id, account_id, household_id, party, pool, seats, adults, state, starts_at)
    values (p_booking, p_hold, p_slot, p_organization, p_account, p_household, p_household, 'PUBLIC', seats, p_adults,
      'CONFIRMED', lower(slot.during));
    insert into participant (booking_id, child_id, slot_id, site_id, during)
    select p_booking, child, p_slot, p_site, slot.during from unnest(p_children) child;
    perform outbox_append(p_slot::text, 'BookingConfirmed',
      jsonb_build_object('booking', p_booking, 'slot', p_slot, 'seats', seats, 'version', p_locked + 1));
    return 'OK';
  exception when exclusion_violation or unique_violation then
    return 'CHILD_ELSEWHERE';
  end;
end $$;

-- Cancels a booking that still stands. Out: its state afterwards, and the numbers (null when nothing changed).
create or replace function cancel_booking(p_booking uuid, p_by text, p_until timestamptz, out state text, out numbers text)
language plpgsql volatile as $$
declare
  known booking;
  locked bigint;
begin
  select * into known from booking where id = p_booking;
  locked := lock_slot(known.slot_id);
  select * into known from booking where id = p_booking for update;
  state := known.state;
  if coalesce(known.state, '') not in ('CONFIRMED', 'REQUESTED') then
    return;
  end if;
  state := case when known.state = 'REQUESTED' and p_by = 'VENUE' then 'DECLINED' else 'CANCELLED' end;
  perform free_seats(known.slot_id, locked + 1, known.hold_id);
  update booking b set state = cancel_booking.state, sequence = sequence + 1, cancelled_by = p_by, cancelled_at = hub_now(),
         late = p_by = 'PARTY' and hub_now() > p_until
   where b.id = p_booking;
  update participant set active = false where booking_id = p_booking;
  perform outbox_append(known.slot_id::text, 'BookingCancelled', jsonb_build_object('booking', p_booking,
    'slot', known.slot_id, 'seats', known.seats, 'version', locked + 1, 'byVenue', p_by = 'VENUE'));
  perform raise_version(known.slot_id, locked + 1);
  numbers := slot_numbers(known.slot_id, locked, array[known.party], array[known.hold_id]);
end $$;

-- The venue agrees to a requested booking. Out: its state afterwards, and the numbers (null when nothing changed).
create or replace function accept_booking(p_booking uuid, out state text, out numbers text) language plpgsql volatile as $$
declare
  known booking;
  locked bigint;
begin
  select * into known from booking where id = p_booking;
  locked := lock_slot(known.slot_id);
  select * into known from booking where id = p_booking for update;
  state := known.state;
  if known.state is distinct from 'REQUESTED' or book_kept(known.slot_id, locked + 1, known.hold_id) <> 'OK' then
    return;
  end if;
  state := 'CONFIRMED';
  update booking b set state = 'CONFIRMED' where b.id = p_booking;
  perform outbox_append(known.slot_id::text, 'BookingConfirmed', jsonb_build_object('booking', p_booking,
    'slot', known.slot_id, 'seats', known.seats, 'version', locked + 1));
  perform raise_version(known.slot_id, locked + 1);
  numbers := slot_numbers(known.slot_id, locked, array[known.party], array[known.hold_id]);
end $$;

-- Moves a confirmed booking to another slot in one transaction: the new seats are there, or the old ones stay. Locks both
-- slots in the order of their ids. A repeat answers the booking that it was moved to.
--   verdict  OK | STANDS (moved there before) | GONE (nothing stands) | CLOSED | NO_POOL | LIMIT | FULL | ABANDONED | CHILD_ELSEWHERE
--   moved    the booking that stands now; left_numbers and new_numbers are for the images of the old slot and the new one
create or replace function move_booking(p_booking uuid, p_new uuid, p_hold uuid, p_slot uuid, p_site uuid,
    out verdict text, out moved uuid, out left_slot uuid, out left_numbers text, out new_numbers text) language plpgsql volatile as $$
declare
  known booking;
  left_version bigint;
  new_version bigint;
  slot record;
begin
  select * into known from booking where id = p_booking;
  left_slot := known.slot_id;
  perform lock_slot(x) from (select x from unnest(array[known.slot_id, p_slot]) x order by x) sorted;
  left_version := lock_slot(known.slot_id);
  new_version := lock_slot(p_slot);
  select * into known from booking where id = p_booking for update;
  if known.moved_to is not null then
    select 'STANDS', b.id into verdict, moved from booking b where b.id = known.moved_to and b.slot_id = p_slot and b.state = 'CONFIRMED';
    verdict := coalesce(verdict, 'GONE');
    return;
  end if;
  if known.state <> 'CONFIRMED' or left_slot = p_slot then
    verdict := 'GONE';
    return;
  end if;
  select * into slot from slot_standing(p_slot);
  if new_version is null or not slot.open or hub_now() >= lower(slot.during) then
    verdict := 'CLOSED';
    return;
  end if;
  perform lapse_pools(p_slot);
  perform pg_advisory_xact_lock(hashtextextended(child::text, 0))
     from (select child_id as child from participant where booking_id = p_booking order by child_id::text) sorted;
  begin
    verdict := take_seats(p_slot, new_version + 1, p_hold, known.party, 'PUBLIC', known.seats, 'BOOKED', null, true);
    if verdict <> 'OK' then
      return;
    end if;
    update participant set active = false where booking_id = p_booking;
    insert into booking (id, hold_id, slot_id, organization_id, account_id, household_id, party, pool, seats, adults, state,
      answers_sealed, starts_at)
    values (p_new, p_hold, p_slot, known.organization_id, known.account_id, known.household_id, known.party, 'PUBLIC', known.seats,
      known.adults, 'CONFIRMED', known.answers_sealed, lower(slot.during));
    insert into participant (booking_id, child_id, slot_id, site_id, during)
    select p_new, child_id, p_slot, p_site, slot.during from participant where booking_id = p_booking;
  exception when exclusion_violation or unique_violation then
    verdict := 'CHILD_ELSEWHERE';
    return;
  end;
  perform free_seats(known.slot_id, left_version + 1, known.hold_id);
  update booking set state = 'CANCELLED', cancelled_by = 'PARTY', cancelled_at = hub_now(), moved_to = p_new, sequence = sequence + 1
   where id = p_booking;
  moved := p_new;
  perform outbox_append(p_slot::text, 'BookingMoved', jsonb_build_object('booking', p_new, 'from', p_booking, 'slot', p_slot));
  perform raise_version(known.slot_id, left_version + 1);
  perform raise_version(p_slot, new_version + 1);
  left_numbers := slot_numbers(known.slot_id, left_version, array[known.party], array[known.hold_id]);
  new_numbers := slot_numbers(p_slot, new_version, array[known.party], array[p_hold]);
end $$;

-- Changes who comes with a confirmed booking, and so how many seats it has: all of it or nothing.
--   p_sequence  the booking as it was when p_extra was taken: seats of another party are not what the image keeps
--   verdict  OK | GONE (nothing stands) | CHANGED (meanwhile) | CLOSED | ABANDONED | LIMIT | FULL | CHILD_ELSEWHERE
--   numbers  what the image is told; null when nothing changed
create or replace function change_party(p_booking uuid, p_extra uuid, p_site uuid, p_sequence int, p_seats int, p_adults int,
    p_children uuid[], out verdict text, out numbers text) language plpgsql volatile as $$
declare
  known booking;
  locked bigint;
  slot record;
begin
  select * into known from booking where id = p_booking;
  locked := lock_slot(known.slot_id);
  select * into known from booking where id = p_booking for update;
  if known.state is distinct from 'CONFIRMED' then
    verdict := 'GONE';
    return;
  end if;
  if known.sequence <> p_sequence then
    verdict := 'CHANGED';
    return;
  end if;
  select * into slot from slot_standing(known.slot_id);
  if not slot.open or hub_now() >= lower(slot.during) then
    verdict := 'CLOSED';
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(child::text, 0))
     from (select child from unnest(p_children) child order by child::text) sorted;
  begin
    verdict := 'OK';
    if p_seats <> known.seats then
      verdict := resize_claim(known.slot_id, locked + 1, known.hold_id, p_seats, p_extra);
      if verdict <> 'OK' then
        return;
      end if;
    end if;
    delete from participant where booking_id = p_booking and child_id <> all (p_children);
    insert into participant (booking_id, child_id, slot_id, site_id, during)
    select p_booking, child, known.slot_id, p_site, slot.during from unnest(p_children) child
    on conflict (booking_id, child_id) do nothing;
    update booking set seats = p_seats, adults = p_adults, sequence = sequence + 1 where id = p_booking;
    perform outbox_append(known.slot_id::text, 'PartyChanged', jsonb_build_object('booking', p_booking,
      'slot', known.slot_id, 'seats', p_seats, 'sequence', known.sequence + 1));
    perform raise_version(known.slot_id, locked + 1);
    numbers := slot_numbers(known.slot_id, locked, array[known.party], array[p_extra]);
  exception when exclusion_violation or unique_violation then
    verdict := 'CHILD_ELSEWHERE';
    numbers := null;
  end;
end $$;
