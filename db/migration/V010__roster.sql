-- A roster that somebody wants as a file: another person of the same venue has to agree first.
create table roster_export (
  id           uuid primary key,
  slot_id      uuid not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  approved_by  uuid check (approved_by <> requested_by),
  approved_at  timestamptz,
  fetched_at   timestamptz
);
create index roster_export_slot on roster_export (slot_id, requested_at);
