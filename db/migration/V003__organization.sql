-- A county's or district's cooperation (教联体).
create table alliance (
  id                 uuid primary key,
  name               text not null unique,
  -- who answers for children's data, as rules for children's data ask for by name
  child_data_officer text,
  -- how many days after a slot its names are erased
  roster_days        int not null default 30 check (roster_days between 0 and 365),
  created_at         timestamptz not null default now()
);

-- A member of an alliance; venues belong to one. Its people may do nothing for it before an operator has verified it.
create table organization (
  id          uuid primary key,
  alliance_id uuid not null references alliance,
  kind        text not null check (kind in ('SCHOOL', 'VENUE_OPERATOR', 'STATION', 'DEPARTMENT')),
  name        text not null unique,
  verified_at timestamptz,
  created_at  timestamptz not null default now()
);

create table membership (
  account_id      uuid not null references account on delete cascade,
  organization_id uuid not null references organization,
  roles           text[] not null check (cardinality(roles) > 0 and roles <@ '{TEACHER,SCHOOL_ADMIN,VENUE_MANAGER,GATE_STAFF,STATION_MANAGER,SUPERVISOR,OPERATOR}'),
  created_at      timestamptz not null default now(),
  primary key (account_id, organization_id)
);
create index membership_organization on membership (organization_id);

-- Whoever has the link may become a member, once. Only the hash of its token is kept.
create table invitation (
  id              uuid primary key,
  organization_id uuid not null references organization,
  roles           text[] not null,
  token_hash      bytea not null unique,
  invited_by      uuid,
  created_at      timestamptz not null default now(),
  expires_at      timestamptz not null,
  accepted_by     uuid
);
create index invitation_organization on invitation (organization_id) where accepted_by is null;

-- A hub of one county needs no other.
insert into alliance (id, name) values (gen_random_uuid(), '教联体');
