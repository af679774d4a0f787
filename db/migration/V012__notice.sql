-- What a household was told, for its inbox. About one thing somebody is told one kind of thing once.
create table notice (
  id           uuid primary key,
  account_id   uuid not null,
  household_id uuid not null,
  kind         text not null,
  -- the booking or the offer that it is about
  subject_id   uuid not null,
  slot_id      uuid not null,
  seats        int not null,
  -- where it leads, and until when it matters
  path         text not null,
  until        timestamptz,
  created_at   timestamptz not null,
  -- when a message went out, where a way leads to the owner of the account
  sent_at      timestamptz,
  unique (account_id, kind, subject_id)
);
create index notice_household on notice (household_id, created_at desc, id desc);
