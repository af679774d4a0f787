-- The ledger's clock. A test moves time with the session setting gongyu.time_offset (an interval); production never sets it.
create or replace function hub_now() returns timestamptz language sql volatile as $$
  select clock_timestamp() + coalesce(nullif(current_setting('gongyu.time_offset', true), ''), '0')::interval
$$;

-- Milliseconds since 1970, the unit of every time that goes to Redis; null becomes 0.
create or replace function millis(p_at timestamptz) returns bigint language sql immutable as $$
  select coalesce((extract(epoch from p_at) * 1000)::bigint, 0)
$$;

-- Writes a fact in the caller's transaction.
create or replace function outbox_append(p_key text, p_type text, p_body jsonb) returns void language sql volatile as $$
  insert into outbox (key, type, body) values (p_key, p_type, p_body)
$$;

-- The same for several facts of one key and type, in their order.
create or replace function outbox_append_all(p_key text, p_type text, p_bodies jsonb[]) returns void language sql volatile as $$
  insert into outbox (key, type, body) select p_key, p_type, body from unnest(p_bodies) with ordinality b(body, i) order by i
$$;
