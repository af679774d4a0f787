-- Parties that wait for seats, each together or not at all. The earlier place is served first.
create table waiting_party (
  id           uuid primary key,
  place        bigint generated always as identity unique,
  account_id   uuid not null,
  household_id uuid not null,
  activity_id  uuid not null,
  seats        int not null check (seats > 0),
  adults       int not null check (adults between 0 and seats),
  children     uuid[] not null,
  state        text not null default 'WAITING' check (state in ('WAITING', 'OFFERED', 'BOOKED', 'LEFT', 'LAPSED', 'OVER')),
  -- how often somebody behind was served first because fewer seats were free than this party needs
  skips        int not null default 0,
  -- from when on nobody behind is served first any more, for a while
  due_at       timestamptz,
  joined_at    timestamptz not null
);
create index waiting_party_household on waiting_party (household_id, joined_at);

-- The slots that a party takes, any one of them.
create table waiting_slot (
  waiting_id uuid not null references waiting_party on delete cascade,
  slot_id    uuid not null,
  primary key (slot_id, waiting_id)
);
create index waiting_slot_party on waiting_slot (waiting_id);

-- Seats that are kept for a waiting party until a time. The id is also the hold's under which the ledger keeps them.
create table seat_offer (
  id         uuid primary key,
  waiting_id uuid not null references waiting_party on delete cascade,
  slot_id    uuid not null,
  seats      int not null,
  state      text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'PASSED', 'LAPSED')),
  made_at    timestamptz not null,
  until      timestamptz not null,
  booking_id uuid,
  ended_at   timestamptz
);
create index seat_offer_waiting on seat_offer (waiting_id);
create index seat_offer_open on seat_offer (until) where state = 'OPEN';
