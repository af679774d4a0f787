-- Comes to be with its first child.
create table household (
  id         uuid primary key,
  created_at timestamptz not null default now()
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
