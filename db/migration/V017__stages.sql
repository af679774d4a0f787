-- Seats that are released in batches, the same time apart.
alter table slot_pool
  add column stages        int check (stages between 2 and 50),
  add column stage_minutes int check (stage_minutes between 1 and 1440),
  add constraint stage_numbers check ((stages is null) = (stage_minutes is null));

-- The batches that come later. Until then the pool's capacity is without them.
create table pool_stage (
  slot_id  uuid not null references slot_seats,
  pool     text not null,
  opens_at timestamptz not null,
  seats    int not null check (seats > 0),
  opened   boolean not null default false,
  primary key (slot_id, pool, opens_at)
);
create index pool_stage_due on pool_stage (opens_at) where not opened;
