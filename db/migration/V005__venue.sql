create table venue (
  id              uuid primary key,
  organization_id uuid not null,
  -- a hall or branch names the venue that it is part of; the outermost one is the site
  parent_id       uuid references venue,
  site_id         uuid not null,
  name            text not null,
  name_key        text not null,
  kind            text not null,
  region_code     text,
  region          text not null,
  address         text,
  -- degrees (WGS 84)
  latitude        double precision check (latitude between -90 and 90),
  longitude       double precision check (longitude between -180 and 180),
  opening_hours   text,
  contact         text,
  phone           text,
  website         text,
  summary         text,
  accessibility   text[] not null default '{}',
  booking_mode    text not null check (booking_mode in ('NONE', 'OPTIONAL', 'REQUIRED', 'REQUEST')),
  zone            text not null,
  free            boolean,
  capacity        int check (capacity > 0),
  created_at      timestamptz not null default now(),
  unique (name_key, region),
  check ((latitude is null) = (longitude is null))
);
create index venue_organization on venue (organization_id, name);
create index venue_order on venue (created_at, id);

create table venue_accreditation (
  venue_id      uuid not null references venue on delete cascade,
  accreditation text not null
    check (accreditation in ('PATRIOTIC_EDUCATION', 'LEGAL_EDUCATION', 'STUDY_TRIP', 'SCIENCE_POPULARIZATION')),
  level         text,
  valid_until   date,
  primary key (venue_id, accreditation)
);
