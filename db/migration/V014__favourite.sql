-- Activities that a household wants to find again.
create table favourite (
  household_id uuid not null,
  activity_id  uuid not null,
  created_at   timestamptz not null default clock_timestamp(),
  primary key (household_id, activity_id)
);
