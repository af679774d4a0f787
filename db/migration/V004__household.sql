-- Comes to be with its first child or consent. One that is leaving is erased by a job, which may begin again.
create table household (
  id         uuid primary key,
  leaving_at timestamptz,
  created_at timestamptz not null default now()
);
create index household_leaving on household (leaving_at) where leaving_at is not null;

-- What tells who a child is (name, school, class, access needs) is encrypted from the first row on (AEAD, the child's id as
-- associated data); the month of birth, not the day.
create table child (
  id             uuid primary key,
  household_id   uuid not null references household,
  profile_sealed bytea not null,
  birth_month    date not null check (extract(day from birth_month) = 1),
  school_stage   text check (school_stage in ('KINDERGARTEN', 'PRIMARY', 'JUNIOR', 'SENIOR')),
  created_at     timestamptz not null default now()
);
create index child_household on child (household_id);

-- What a guardian answered, for which purpose and to which version of its text: the newest answer counts, the others stay.
create table consent (
  id           uuid primary key,
  household_id uuid not null references household,
  account_id   uuid not null,
  purpose      text not null check (purpose in ('REGISTER_CHILD', 'NAME_TO_VENUE', 'RATINGS', 'PHOTOS')),
  version      int not null,
  given        boolean not null,
  answered_at  timestamptz not null default clock_timestamp()
);
create index consent_household on consent (household_id, purpose, answered_at desc, id desc);

-- Whoever has the link may become a guardian of the household, once. Only the hash of its token is kept.
create table guardian_invitation (
  id           uuid primary key,
  household_id uuid not null references household,
  token_hash   bytea not null unique,
  expires_at   timestamptz not null,
  accepted     boolean not null default false
);
create index guardian_invitation_household on guardian_invitation (household_id);

-- Opens CARE seats to the household that redeemed it. Nothing says why, and of the code only its hash is kept.
create table care_voucher (
  id              uuid primary key,
  organization_id uuid not null,
  code_hash       bytea not null unique,
  household_id    uuid references household,
  issued_at       timestamptz not null,
  expires_at      timestamptz not null,
  revoked_at      timestamptz
);
create index care_voucher_household on care_voucher (household_id) where household_id is not null;
create index care_voucher_organization on care_voucher (organization_id, issued_at desc);
