-- The seat ledger: the truth about seats. The fast image in Redis copies it and may be lost at any moment.

-- One row a slot. Whoever writes anything of a slot locks this row first and raises the version in the same transaction.
create table slot_seats (
  slot_id     uuid primary key,
  version     bigint not null default 1,
  -- somebody waits for seats of the slot
  queue       boolean not null default false,
  -- while this is set, freed seats are for who waits, and the public gets none
  waiting     boolean not null default false,
  open        boolean not null default true,
  party_limit int not null check (party_limit > 0),
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > starts_at)
);

create index slot_seats_queue on slot_seats (starts_at) where queue;

create table pool_seats (
  slot_id     uuid not null references slot_seats,
  pool        text not null check (pool in ('PUBLIC', 'SCHOOL', 'CARE', 'DESK')),
  capacity    int not null check (capacity >= 0),
  booked      int not null default 0,
  kept        int not null default 0,
  released_at timestamptz not null,
  lapses_at   timestamptz,
  lapsed      boolean not null default false,
  primary key (slot_id, pool),
  -- the last guard against overselling, below every other one
  constraint never_oversold check (booked >= 0 and kept >= 0 and booked + kept <= capacity)
);

-- What has become of a hold. ABANDONED is written by whoever asks after a hold that never arrived: from then on it can't.
create table seat_claim (
  hold_id    uuid primary key,
  slot_id    uuid not null references slot_seats,
  pool       text not null,
  party      uuid not null,
  seats      int not null check (seats > 0),
  version    bigint not null,
  state      text not null check (state in ('BOOKED', 'KEPT', 'CANCELLED', 'ABANDONED')),
  kept_until timestamptz,
  written_at timestamptz not null
);
create index seat_claim_news on seat_claim (slot_id, version);
create index seat_claim_party on seat_claim (slot_id, party) where state in ('BOOKED', 'KEPT');
create index seat_claim_by_party on seat_claim (party);
create index seat_claim_kept on seat_claim (slot_id, kept_until) where state = 'KEPT';
