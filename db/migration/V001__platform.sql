-- The application's login (${app_role}) may read and write rows and call functions, and nothing more.
create extension if not exists btree_gist;

grant usage on schema public to ${app_role};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage, select on sequences to ${app_role};

-- Facts for later modules. Rows are written in the transaction of the change that they tell.
create table outbox (
  id         bigint generated always as identity primary key,
  key        text not null,
  type       text not null,
  body       jsonb not null,
  told       boolean not null default false,
  created_at timestamptz not null default now()
);
create index outbox_fresh on outbox (id) where not told;

create table outbox_delivery (
  outbox_id bigint not null references outbox on delete cascade,
  handler   text not null,
  key       text not null,
  state     text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DEAD')),
  attempts  int not null default 0,
  due_at    timestamptz not null default now(),
  error     text,
  primary key (outbox_id, handler)
);
create index outbox_delivery_open on outbox_delivery (handler, key, outbox_id) where state = 'OPEN';
create index outbox_delivery_dead on outbox_delivery (outbox_id) where state = 'DEAD';

-- What the hub does by itself: the last runs of each job, for operators to see.
create table job_run (
  id         uuid primary key,
  job        text not null,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  done       bigint not null,
  error      text
);
create index job_run_job on job_run (job, started_at desc);
