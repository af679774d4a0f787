-- Shared by all scripts of a slot's image. The image is PostgreSQL's numbers at one version, plus the live holds.
--
-- KEYS  1 {slot}:image    hash    version waiting open limit starts ends next checked revision pools
--                                 gate (until when PUBLIC seats are held only by who has stood in line)
--                                 cap:P booked:P kept:P lapsed:P released:P of each pool P, held:P (seats of live holds)
--       2 {slot}:holds    hash    hold id -> "state|pool|seats|party|claims|original deadline"
--       3 {slot}:due      zset    hold id by deadline; a FINISHED one by the time at which it is forgotten
--       4 {slot}:parties  hash    d:party -> seats durably booked or kept, l:party -> seats of live holds
-- ARGV  1 offset in ms that is added to Redis' own clock (0 in production)
--
-- States of a hold:  H held -> C claimed (a confirm is under way) -> F finished (a tombstone: booked, released, abandoned)
--   H past its deadline is dropped. C past its deadline stays counted: it is in doubt until the ledger was asked.
-- Times are ms since 1970. Replies start with a code; PUBLISH on KEYS[1] tells watchers the new revision.

local BELIEVED = 30000
local TOMB = 1200000

local time = redis.call('TIME')
local micros = tonumber(time[1]) * 1000000 + tonumber(time[2])
local now = math.floor(micros / 1000) + tonumber(ARGV[1])

-- Whole numbers only: %d costs a third of %.0f, and all of them fit.
local function text(n) return string.format('%d', n) end

-- The numbers are read once, for one call costs little more than one field; whoever writes some writes them here, too.
local image = {}
local stored = redis.call('HGETALL', KEYS[1])
for i = 1, #stored, 2 do image[stored[i]] = stored[i + 1] end

local function known() return next(image) ~= nil end
local function get(field) return tonumber(image[field] or 0) end

local function put(fields)
  redis.call('HSET', KEYS[1], unpack(fields))
  for i = 1, #fields, 2 do image[fields[i]] = fields[i + 1] end
end

local function read(id)
  local packed = redis.call('HGET', KEYS[2], id)
  if not packed then return nil end
  local s, p, n, y, c, o = string.match(packed, '(%u)|(%u+)|(%d+)|([^|]+)|(%d+)|(%d+)')
  return {state = s, pool = p, seats = tonumber(n), party = y, claims = tonumber(c), original = tonumber(o)}
end

local function write(id, hold, deadline)
  redis.call('HSET', KEYS[2], id, table.concat(
    {hold.state, hold.pool, hold.seats, hold.party, hold.claims, text(hold.original)}, '|'))
  redis.call('ZADD', KEYS[3], text(deadline), id)
end

-- Adds (or with a negative sign takes away) a hold's seats from the counters of live holds.
local function count(hold, sign)
  image['held:' .. hold.pool] = redis.call('HINCRBY', KEYS[1], 'held:' .. hold.pool, sign * hold.seats)
  if redis.call('HINCRBY', KEYS[4], 'l:' .. hold.party, sign * hold.seats) == 0 then
    redis.call('HDEL', KEYS[4], 'l:' .. hold.party)
  end
end

local function drop(id, hold)
  count(hold, -1)
  redis.call('HDEL', KEYS[2], id)
  redis.call('ZREM', KEYS[3], id)
end

-- Whatever the hold was, it is finished now. True when seats of a live hold went back.
local function finish(id, hold)
  local live = hold and hold.state ~= 'F'
  if live then count(hold, -1) end
  hold = hold or {pool = 'PUBLIC', seats = 1, party = '-', original = 0}
  write(id, {state = 'F', pool = hold.pool, seats = hold.seats, party = hold.party, claims = 0,
    original = hold.original}, now + TOMB)
  return live
end

-- The earliest deadline, if it was read in this run and still holds.
local earliest

-- Drops expired holds and forgotten tombstones; answers the ids in doubt and whether seats came back.
local function reclaim()
  local doubt, freed = {}, false
  earliest = redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')[2]
  if not earliest or tonumber(earliest) > now then return doubt, freed end
  earliest = nil
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', text(now))) do
    local hold = read(id)
    if hold and hold.state == 'C' then
      doubt[#doubt + 1] = id
    elseif hold and hold.state == 'H' then
      drop(id, hold)
      freed = true
    else
      redis.call('HDEL', KEYS[2], id)
      redis.call('ZREM', KEYS[3], id)
    end
  end
  return doubt, freed
end

-- The pool whose seats a hold takes: a lapsed pool's seats are PUBLIC ones. Nil when the slot has no such pool.
local function target(pool)
  local lapsed = image['lapsed:' .. pool]
  if not lapsed then return nil end
  return lapsed == '1' and 'PUBLIC' or pool
end

local function free(pool)
  return get('cap:' .. pool) - get('booked:' .. pool) - get('kept:' .. pool) - get('held:' .. pool)
end

-- An image is believed for 30 s after it was last compared with the ledger, and not past a change that was announced.
local function believed()
  return now < get('checked') + BELIEVED and (get('next') == 0 or now < get('next'))
end

local function room(party)
  local n = redis.call('HMGET', KEYS[4], 'd:' .. party, 'l:' .. party)
  return get('limit') - tonumber(n[1] or 0) - tonumber(n[2] or 0)
end

-- Nil when the seats may be taken, else the reply that refuses them.
-- Who waits, waits for PUBLIC seats.
-- kind: PARTY, OFFER (release and waiting do not apply), DESK (nor does the party limit; until the slot's end).
local function refusal(pool, party, seats, kind)
  if get('open') == 0 or now >= get(kind == 'DESK' and 'ends' or 'starts') then return {'CLOSED'} end
  local from = target(pool)
  if not from then return {'NO_POOL'} end
  local released = get('released:' .. from)
  if kind == 'PARTY' and now < released then return {'NOT_RELEASED', text(released)} end
  if kind == 'PARTY' and from == 'PUBLIC' and get('waiting') == 1 then return {'WAITING'} end
  if free(from) < seats then return {'SOLD_OUT', math.max(0, free(from))} end
  if kind ~= 'DESK' and room(party) < seats then return {'LIMIT', math.max(0, room(party))} end
  return nil
end

-- The slot looks different now: a revision above every one before it, also across a loss of this image.
local function changed()
  local revision = math.max(get('revision') + 1, micros)
  put({'revision', text(revision)})
  redis.call('PUBLISH', KEYS[1], text(revision))
end

-- The image outlives its slot by a day.
local function expire()
  for i = 1, 4 do redis.call('PEXPIREAT', KEYS[i], text(get('ends') + 86400000)) end
end

local function add(id, hold, deadline)
  write(id, hold, deadline)
  if earliest then earliest = math.min(tonumber(earliest), deadline) end
  count(hold, 1)
  if redis.call('HLEN', KEYS[2]) == 1 or redis.call('HLEN', KEYS[4]) <= 2 then expire() end
end

-- The earliest deadline of a hold, 0 without one: when somebody should look again.
local function nextDeadline()
  local first = earliest or redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')[2]
  return first and text(first) or '0'
end

-- Writes the ledger's numbers and finishes its finished holds; live holds of a lapsed pool become PUBLIC ones.
local function apply(m)
  local fields = {'version', text(m.version), 'waiting', m.waiting and 1 or 0, 'open', m.open and 1 or 0,
    'limit', m.limit, 'starts', text(m.starts), 'ends', text(m.ends), 'next', text(m.next), 'checked', text(now)}
  local names = {}
  local relabel = {}
  for _, p in ipairs(m.pools) do
    local name = p[1]
    names[#names + 1] = name
    if p[5] and image['lapsed:' .. name] ~= '1' then relabel[name] = true end
    for i, v in ipairs({'cap:' .. name, p[2], 'booked:' .. name, p[3], 'kept:' .. name, p[4],
      'lapsed:' .. name, p[5] and '1' or '0', 'released:' .. name, text(p[6])}) do
      fields[#fields + 1] = v
    end
  end
  fields[#fields + 1] = 'pools'
  fields[#fields + 1] = table.concat(names, ',')
  put(fields)
  for _, p in ipairs(m.parties) do
    if p[2] > 0 then redis.call('HSET', KEYS[4], 'd:' .. p[1], p[2]) else redis.call('HDEL', KEYS[4], 'd:' .. p[1]) end
  end
  if next(relabel) then
    for _, id in ipairs(redis.call('HKEYS', KEYS[2])) do
      local hold = read(id)
      if relabel[hold.pool] then
        if hold.state ~= 'F' then count(hold, -1) end
        hold.pool = 'PUBLIC'
        redis.call('HSET', KEYS[2], id, table.concat(
          {hold.state, hold.pool, hold.seats, hold.party, hold.claims, text(hold.original)}, '|'))
        if hold.state ~= 'F' then count(hold, 1) end
      end
    end
  end
  expire()
end

local function finishAll(ids)
  local freed = false
  for _, id in ipairs(ids) do
    if finish(id, read(id)) then freed = true end
  end
  return freed
end
