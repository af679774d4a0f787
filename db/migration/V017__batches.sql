-- Seats that are released in batches, the same time apart.
alter table slot_pool
  add column batches        int check (batches between 2 and 50),
  add column batch_minutes int check (batch_minutes between 1 and 1440),
  add constraint batch_numbers check ((batches is null) = (batch_minutes is null));

-- The batches that come later. Until then the pool's capacity is without them.
create table pool_batch (
  slot_id  uuid not null references slot_seats,
  pool     text not null,
  opens_at timestamptz not null,
  seats    int not null check (seats > 0),
  opened   boolean not null default false,
  primary key (slot_id, pool, opens_at)
);
create index pool_batch_due on pool_batch (opens_at) where not opened;

-- its successor takes batches, too
drop function if exists open_slot(uuid, int, timestamptz, timestamptz, text[], int[], timestamptz[], timestamptz[]);
