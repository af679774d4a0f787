-- A confirm begins: the hold must outlive it. Only the first claim moves the deadline, further ones are counted.
-- ARGV  2 hold id  3 pool  4 seats  5 party  6 original deadline (from the capsule)  7 claim window ms  8 grace ms
-- Reply CLAIMED (go on to the ledger) | FINISHED (answer what the ledger has) | MISSING | CHECK
--     | refused, look for its booking in the ledger first: GONE | CLOSED | NO_POOL | NOT_RELEASED at | WAITING
--       | SOLD_OUT remaining | LIMIT remaining
if not known() then return {'MISSING'} end
local id, pool, seats, party = ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]
local original, window, grace = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
local _, freed = reclaim()
if freed then changed() end
local hold = read(id)
if hold and hold.state == 'F' then return {'FINISHED'} end
if hold and hold.state == 'C' then
  hold.claims = hold.claims + 1
  write(id, hold, redis.call('ZSCORE', KEYS[3], id))
  return {'CLAIMED'}
end
if hold then
  hold.state, hold.claims = 'C', 1
  write(id, hold, math.max(hold.original, now + window))
  return {'CLAIMED'}
end
local unseen = {state = 'C', pool = target(pool) or pool, seats = seats, party = party, claims = 1, original = original}
if original > now then
  -- An id that this image never saw, still in its time: the image was lost. It is counted and the ledger decides.
  add(id, unseen, math.max(original, now + window))
  changed()
  return {'CLAIMED'}
end
if now >= original + grace then return {'GONE'} end
if not believed() then return {'CHECK'} end
local no = refusal(pool, party, seats, 'PARTY')
if no then return no end
unseen.original = now
add(id, unseen, now + window)
changed()
return {'CLAIMED'}
