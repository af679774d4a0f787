create or replace function audit_hash(p_before bytea, p_entry audit_entry) returns bytea language sql stable as $$
  select sha256(p_before || convert_to(concat_ws('|', p_entry.id, to_char(p_entry.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    coalesce(p_entry.actor::text, '-'), coalesce(p_entry.organization_id::text, '-'), p_entry.action,
    coalesce(p_entry.subject::text, '-')), 'UTF8'))
$$;

-- Puts entries that have no link yet at the end of the chain, at most p_most. One caller at a time: another gets 0.
create or replace function audit_extend(p_most int) returns int language plpgsql volatile as $$
declare
  at_end bigint := 0;
  last bytea := '';
  entry audit_entry;
  made int := 0;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('audit', 0)) then
    return 0;
  end if;
  select coalesce(max(l.position), 0) into at_end from audit_link l;
  select coalesce((select l.hash from audit_link l where l.position = at_end), '') into last;
  for entry in select e.* from audit_entry e
               where not exists (select 1 from audit_link l where l.entry_id = e.id) order by e.at, e.id limit p_most loop
    at_end := at_end + 1;
    last := audit_hash(last, entry);
    insert into audit_link (position, entry_id, hash) values (at_end, entry.id, last);
    made := made + 1;
  end loop;
  return made;
end $$;

-- Walks the chain. "broken" is the first position whose entry or hash is not what it was, or null; "links" is its length,
-- "head" the hash of its end, to be kept elsewhere: a chain that was cut at its end has another.
create or replace function audit_check(out links bigint, out broken bigint, out head text) language sql stable as $$
  with chain as (
    select l.position, l.hash, e, lag(l.hash, 1, ''::bytea) over (order by l.position) as before,
           row_number() over (order by l.position) as place
      from audit_link l left join audit_entry e on e.id = l.entry_id)
  select count(*), min(position) filter (where place <> position or (e).id is null or hash is distinct from audit_hash(before, e)),
         (select encode(hash, 'hex') from audit_link order by position desc limit 1)
    from chain
$$;
