-- A draw: opened with the slot, entered, frozen when its time is over, and held once.

-- Whether nothing of the slot remains to be drawn.
create or replace function draw_held(p_slot uuid) returns boolean language sql stable as $$
  select not has_lot(p_slot) or exists (select from draw where slot_id = p_slot and drawn_at is not null)
$$;

-- Whether seats of the slot go to nobody who just comes: they are drawn, and were not yet, or what is left is not released.
create or replace function draw_pending(p_slot uuid) returns boolean language sql stable as $$
  select not draw_held(p_slot) or has_lot(p_slot) and hub_now() < public_release(p_slot)
$$;

-- Opens the draw of a slot, once. Until it is held nobody gets seats by coming first. Answers the numbers; null when it stands.
create or replace function open_draw(p_slot uuid, p_opens timestamptz, p_closes timestamptz, p_commitment bytea) returns text
language plpgsql volatile as $$
begin
  perform lock_slot(p_slot);
  insert into draw (slot_id, opens_at, closes_at, commitment) values (p_slot, p_opens, p_closes, p_commitment) on conflict do nothing;
  return case when found then set_waiting(p_slot, true) end;
end $$;

-- Enters a household, or changes the party that it entered; its tickets stay, and more are added where it has a right to more.
-- p_arrived is when it asked: who came in time is in time, also where the database had much to do.
--   verdict  OK | NO_DRAW | EARLY | LATE | CLOSED (the slot was withdrawn) | LARGE (more seats than there are)
--            | LIMIT (more than one party may have)
create or replace function enter_draw(p_id uuid, p_slot uuid, p_tickets text[], p_account uuid, p_household uuid, p_seats int,
    p_adults int, p_children uuid[], p_arrived timestamptz) returns text language plpgsql volatile as $$
declare
  came constant timestamptz := least(p_arrived, hub_now());
  -- a draw that is being frozen waits for this entry, or this entry finds it frozen
  known constant draw := (select d from draw d where slot_id = p_slot for share);
  room record;
  standing record;
  verdict text;
begin
  select * into room from slot_room(p_slot);
  select * into standing from slot_standing(p_slot);
  verdict := case
    when known.slot_id is null then 'NO_DRAW'
    when not standing.open then 'CLOSED'
    when came < known.opens_at then 'EARLY'
    when came >= known.closes_at or known.frozen_at is not null then 'LATE'
    when p_seats > room.seats then 'LARGE'
    when p_seats > room.party_limit then 'LIMIT'
    else 'OK' end;
  if verdict = 'OK' then
    insert into draw_entry as e (id, slot_id, tickets, account_id, household_id, seats, adults, children, entered_at)
    values (p_id, p_slot, p_tickets, p_account, p_household, p_seats, p_adults, p_children, hub_now())
    on conflict (slot_id, household_id) do update
       set account_id = excluded.account_id, seats = excluded.seats, adults = excluded.adults, children = excluded.children,
           tickets = e.tickets || excluded.tickets[cardinality(e.tickets) + 1:];
  end if;
  return verdict;
end $$;

-- Takes an entry out while the list is open; false when there is none, or the list stands.
create or replace function leave_draw(p_slot uuid, p_household uuid) returns boolean language plpgsql volatile as $$
declare
  known constant draw := (select d from draw d where slot_id = p_slot for share);
begin
  delete from draw_entry where slot_id = p_slot and household_id = p_household and known.frozen_at is null
     and hub_now() < known.closes_at;
  return found;
end $$;

-- Takes a household out of open lists; in those that stand its tickets are nobody's from now on.
create or replace function forget_entries(p_household uuid) returns void language plpgsql volatile as $$
begin
  perform from draw d where exists (select from draw_entry e where e.slot_id = d.slot_id and e.household_id = p_household) for share;
  delete from draw_entry e using draw d where e.household_id = p_household and d.slot_id = e.slot_id and d.frozen_at is null;
  update draw_entry set household_id = null, account_id = null, adults = 0, children = '{}' where household_id = p_household;
end $$;

-- From now on the list of tickets stands. False when the draw was held before, or its time has not come: p_grace seconds after
-- the close, for those who came in time and are not written yet.
create or replace function freeze_draw(p_slot uuid, p_grace double precision) returns boolean language plpgsql volatile as $$
begin
  update draw set frozen_at = coalesce(frozen_at, hub_now())
   where slot_id = p_slot and drawn_at is null and closes_at + make_interval(secs => p_grace) <= hub_now();
  return found;
end $$;

-- Writes what was drawn and puts the first parties on the slot's waitlist in this order: as many as there are seats, and
-- p_more that wait behind them. Answers the numbers; null when the draw was held before.
create or replace function hold_draw(p_slot uuid, p_seed bytea, p_hash bytea, p_drawn text[], p_activity uuid, p_more int) returns text
language plpgsql volatile as $$
declare
  free int;
begin
  perform lock_slot(p_slot);
  free := free_public(p_slot);
  update draw set seed = p_seed, list_hash = p_hash, seats = free, drawn = p_drawn, drawn_at = hub_now()
   where slot_id = p_slot and drawn_at is null and frozen_at is not null;
  if not found then
    return null;
  end if;
  if cardinality(p_drawn) <> (select coalesce(sum(cardinality(tickets)), 0) from draw_entry where slot_id = p_slot) then
    raise exception 'not the tickets of this draw';
  end if;
  update draw_entry e
     set rank = r.rank, waiting_id = case when e.household_id is not null and r.rank <= free + p_more then gen_random_uuid() end
    from (select x.id, row_number() over (order by min(o.place)) as rank
            from draw_entry x cross join unnest(x.tickets) t join unnest(p_drawn) with ordinality o(ticket, place) on o.ticket = t
           where x.slot_id = p_slot group by x.id) r
   where e.id = r.id;
  perform enlist(e.waiting_id, e.account_id, e.household_id, p_activity, p_slot, e.seats, e.adults, e.children, e.entered_at)
     from (select * from draw_entry where slot_id = p_slot and waiting_id is not null order by rank) e;
  return note_queue(p_slot);
end $$;
