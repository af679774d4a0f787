-- Somebody who signs in. Guardians have a household; who works for an organization is one of its members.
create table account (
  id            uuid primary key,
  -- an e-mail address in lower case, or a mobile number as +86…
  login         text not null unique,
  password_hash text not null,
  name          text not null,
  -- in which messages are written to its owner
  language      text not null default 'zh' check (language in ('zh', 'en')),
  -- what the audit log calls the person: it leads to nobody once the account is gone
  alias         uuid not null unique default gen_random_uuid(),
  household_id  uuid,
  -- when its owner proved that the login is theirs
  verified_at   timestamptz,
  -- from then on it is nobody's, and waits until nothing leads to it any more
  left_at       timestamptz,
  created_at    timestamptz not null default now()
);
create index account_household on account (household_id) where household_id is not null;

-- A device on which somebody is signed in. Of its refresh token only the generation is kept: each exchange raises it.
create table sign_in (
  id              uuid primary key,
  account_id      uuid not null references account on delete cascade,
  -- for whom the person acts there, where there is a choice
  organization_id uuid,
  generation      int not null default 0,
  device          text not null,
  created_at      timestamptz not null default now(),
  seen_at         timestamptz not null,
  rotated_at      timestamptz not null,
  expires_at      timestamptz not null
);
create index sign_in_account on sign_in (account_id);

-- The newest code that was sent to a login for a purpose. Only its signature is kept.
create table login_code (
  account_id uuid not null references account on delete cascade,
  purpose    text not null check (purpose in ('VERIFY', 'RESET')),
  signature  bytea not null,
  tries      int not null default 0,
  expires_at timestamptz not null,
  primary key (account_id, purpose)
);

-- The second factor of an account (RFC 6238). The secret is encrypted; each time step is good once.
create table totp (
  account_id    uuid primary key references account on delete cascade,
  secret_sealed bytea not null,
  confirmed_at  timestamptz,
  last_step     bigint not null default 0
);

-- Somebody whom another provider of identities knows (OpenID Connect): who they are there, and which account is theirs here.
create table provider_link (
  issuer     text not null,
  subject    text not null,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index provider_link_account on provider_link (account_id);
