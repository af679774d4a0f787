create table activity (
  id              uuid primary key,
  venue_id        uuid not null,
  organization_id uuid not null,
  title           text not null,
  title_en        text,
  summary         text not null default '',
  summary_en      text,
  category        text not null,
  family_category text,
  age_from        int not null check (age_from between 0 and 99),
  age_to          int not null check (age_to between age_from and 99),
  admission       text not null check (admission in ('FREE', 'DISCOUNTED')),
  price_cents     int not null default 0 check (price_cents >= 0),
  concession      text,
  hazards         text,
  adult_required  boolean not null default true,
  names_required  boolean not null default false,
  indoor          boolean not null default true,
  cancel_hours    int not null default 24 check (cancel_hours between 0 and 720),
  party_limit     int not null check (party_limit between 1 and 500),
  -- the course's stages and the venue's questions, as the API has them
  stages          jsonb not null default '[]',
  questions       jsonb not null default '[]',
  picture_hash    text,
  picture_alt     text,
  state           text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
  created_at      timestamptz not null default now(),
  check (admission = 'DISCOUNTED' or price_cents = 0)
);
create index activity_organization on activity (organization_id, created_at);
create index activity_venue on activity (venue_id);

create table slot (
  id            uuid primary key,
  activity_id   uuid not null references activity,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  zone          text not null,
  state         text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
  cancel_reason text,
  -- about how many PUBLIC seats are left, told by the inventory at most once a second; for filters, never for decisions
  seats_left    int,
  created_at    timestamptz not null default now()
);
-- a time that was withdrawn can be offered again
create unique index slot_once_a_time on slot (activity_id, starts_at) where state <> 'CANCELLED';

create table slot_pool (
  slot_id     uuid not null references slot on delete cascade,
  pool        text not null check (pool in ('PUBLIC', 'SCHOOL', 'CARE', 'DESK')),
  capacity    int not null check (capacity > 0),
  released_at timestamptz not null,
  lapses_at   timestamptz,
  primary key (slot_id, pool)
);

-- What search reads: one row a published slot with everything that it filters on and shows of the venue.
create table slot_search (
  slot_id         uuid primary key references slot on delete cascade,
  activity_id     uuid not null,
  starts_at       timestamptz not null,
  venue_name      text not null,
  region          text not null,
  region_code     text,
  venue_kind      text not null,
  category        text not null,
  family_category text,
  age_from        int not null,
  age_to          int not null,
  free            boolean not null,
  accessible      boolean not null,
  indoor          boolean not null,
  latitude        double precision,
  longitude       double precision,
  audiences       text[] not null,
  plain           text not null,
  bigrams         text[] not null
);
-- carries what most queries filter on, so that a range of time is searched without reading its rows
create index slot_search_time on slot_search (starts_at, slot_id)
  include (region, region_code, venue_kind, category, family_category, age_from, age_to, free, accessible, indoor, latitude, longitude, audiences);
create index slot_search_bigrams on slot_search using gin (bigrams);
