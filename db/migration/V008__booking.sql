-- A durable claim on seats. hold_id is the idempotency key of a confirm: one hold, one booking, for ever.
create table booking (
  id              uuid primary key,
  hold_id         uuid not null unique,
  slot_id         uuid not null,
  organization_id uuid not null,
  account_id      uuid not null,
  household_id    uuid,
  party           uuid not null,
  pool            text not null,
  seats           int not null check (seats > 0),
  adults          int not null check (adults between 0 and seats),
  state           text not null
    check (state in ('REQUESTED', 'CONFIRMED', 'DECLINED', 'CANCELLED', 'CHECKED_IN', 'NO_SHOW')),
  -- whose doing a cancellation was, and whether it came after the window
  cancelled_by    text check (cancelled_by in ('PARTY', 'VENUE')),
  late            boolean not null default false,
  -- the booking that took its place, when it was moved to another slot
  moved_to        uuid,
  -- how often it was changed: calendars keep the highest (RFC 5545, SEQUENCE)
  sequence        int not null default 0,
  -- who a desk booking is for
  contact_name    text,
  contact_phone   text,
  -- what it answered to the venue's questions (AEAD, the party as associated data)
  answers_sealed  bytea,
  starts_at       timestamptz not null,
  created_at      timestamptz not null default clock_timestamp(),
  cancelled_at    timestamptz,
  checked_in_at   timestamptz,
  checked_in_by   uuid,
  -- since when nothing of it leads to a child or a contact
  expired_at      timestamptz
);
create index booking_household on booking (household_id, starts_at, id) where household_id is not null;
create index booking_beginning on booking (starts_at, id) where state = 'CONFIRMED' and household_id is not null;
create index booking_slot on booking (slot_id, created_at);
create index booking_unexpired on booking (organization_id, starts_at) where expired_at is null;
create index booking_organization on booking (organization_id, starts_at);

-- The calendar feed of a household. Its address has the generation in it, so a new one ends the old.
create table calendar_feed (
  household_id uuid primary key,
  generation   int not null
);

-- Named children of a booking. A child is in one place at a time; a hall's workshop inside a visit is the same site.
create table participant (
  booking_id uuid not null references booking,
  child_id   uuid not null,
  slot_id    uuid not null,
  site_id    uuid not null,
  during     tstzrange not null,
  active     boolean not null default true,
  primary key (booking_id, child_id),
  constraint one_place_at_a_time exclude using gist (child_id with =, site_id with <>, during with &&) where (active)
);
create unique index participant_once_a_slot on participant (child_id, slot_id) where active;
