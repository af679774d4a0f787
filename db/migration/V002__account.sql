create table household (
  id         uuid primary key,
  created_at timestamptz not null default now()
);

-- A member of the alliance; venues belong to one, and so do the people who work for it.
create table organization (
  id         uuid primary key,
  kind       text not null check (kind in ('SCHOOL', 'VENUE_OPERATOR', 'STATION', 'DEPARTMENT')),
  name       text not null unique,
  created_at timestamptz not null default now()
);

create table account (
  id              uuid primary key,
  -- an e-mail address in lower case, or a mobile number as +86…
  login           text not null unique,
  password_hash   text not null,
  name            text not null,
  roles           text[] not null check (roles <@ '{GUARDIAN,VENUE_MANAGER,GATE_STAFF,OPERATOR}'),
  household_id    uuid references household,
  organization_id uuid references organization,
  created_at      timestamptz not null default now(),
  check (not 'GUARDIAN' = any (roles) or household_id is not null)
);

-- A child's name is encrypted (AEAD, the child's id as associated data) from the first row on; the month of birth, not the day.
create table child (
  id           uuid primary key,
  household_id uuid not null references household,
  name_sealed  bytea not null,
  birth_month  date not null check (extract(day from birth_month) = 1),
  school_stage text check (school_stage in ('KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'SENIOR')),
  created_at   timestamptz not null default now()
);
create index child_household on child (household_id);

-- A device on which somebody is signed in. Of its refresh token only the generation is kept: each exchange raises it.
create table sign_in (
  id         uuid primary key,
  account_id uuid not null references account on delete cascade,
  generation int not null default 0,
  device     text not null,
  created_at timestamptz not null default now(),
  seen_at    timestamptz not null,
  rotated_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_account on sign_in (account_id);
