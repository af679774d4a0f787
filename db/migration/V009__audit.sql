-- Who saw or changed what. The application can add and read, never change or remove: its login has no right to.
create table audit_entry (
  id              uuid primary key,
  at              timestamptz not null default clock_timestamp(),
  -- the alias of whoever did it: it leads to nobody once the account is gone
  actor           uuid,
  organization_id uuid,
  action          text not null,
  subject         uuid
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_actor on audit_entry (actor, at desc, id desc);
create index audit_entry_subject on audit_entry (subject, at desc, id desc);

-- The chain: each link is the hash of the one before and of an entry. Links are made in the background.
create table audit_link (
  position bigint primary key,
  entry_id uuid not null unique references audit_entry,
  hash     bytea not null
);

revoke update, delete, truncate on audit_entry, audit_link from ${app_role};
