-- What the seat ledger tells the fast image in Redis.

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
    'parties', (select coalesce(json_agg(json_build_array(p, coalesce(h.seats, 0))), '[]')
                  from unnest(p_parties) p left join (
                    select party, sum(seats)::int as seats from seat_claim
                     where slot_id = p_slot and party = any (p_parties) and state in ('BOOKED', 'KEPT') group by party) h on h.party = p),
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
