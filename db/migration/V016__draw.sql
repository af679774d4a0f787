-- Seats of a pool that are drawn: everybody who enters between the two times has the same chance, whoever comes first.
alter table slot_pool
  add column lot_opens_at  timestamptz,
  add column lot_closes_at timestamptz,
  add constraint lot_times check ((lot_opens_at is null) = (lot_closes_at is null)
    and (lot_closes_at is null or lot_closes_at > lot_opens_at and released_at >= lot_closes_at));

create table draw (
  slot_id      uuid primary key references slot_seats,
  opens_at     timestamptz not null,
  closes_at    timestamptz not null check (closes_at > opens_at),
  -- SHA-256 of the seed, published before anybody enters; the seed itself is in no table until the draw is held
  commitment   bytea not null,
  -- from then on the list of tickets stands
  frozen_at    timestamptz,
  list_hash    bytea,
  seed         bytea,
  seats        int,
  -- the tickets in the order in which they were drawn
  drawn        text[],
  drawn_at     timestamptz,
  check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (list_hash is null)
    and (drawn_at is null) = (seats is null) and (drawn_at is null) = (drawn is null))
);
create index draw_due on draw (closes_at) where drawn_at is null;

-- A household's entry. Its tickets are published among all others once the list stands; whose they are, and which belong
-- together, never is.
create table draw_entry (
  id           uuid primary key,
  slot_id      uuid not null references draw,
  household_id uuid,
  account_id   uuid,
  seats        int not null check (seats > 0),
  adults       int not null check (adults between 0 and seats),
  children     uuid[] not null,
  tickets      text[] not null check (cardinality(tickets) between 1 and 9),
  entered_at   timestamptz not null,
  -- the place among the entries by the first of its tickets, from 1 on
  rank         int,
  -- what the entry became on the slot's waitlist; null where the draw did not reach it
  waiting_id   uuid
);
create unique index draw_entry_once on draw_entry (slot_id, household_id);
create index draw_entry_household on draw_entry (household_id);
