-- Counts the seats of live holds anew, and mends the counters that differ from them or from what the ledger says of parties.
-- ARGV  2 the numbers with every party (load_slot from 0); they count only while the image stands at their version
-- Reply COUNTED n (how many counters were wrong) | MISSING
if not known() then return {'MISSING', '0'} end
local m = cjson.decode(ARGV[2])
local held, live, durable, wrong = {}, {}, {}, 0
for _, id in ipairs(redis.call('HKEYS', KEYS[2])) do
  local hold = read(id)
  if hold.state ~= 'F' then
    held[hold.pool] = (held[hold.pool] or 0) + hold.seats
    live[hold.party] = (live[hold.party] or 0) + hold.seats
  end
end
for name in string.gmatch(image.pools, '[^,]+') do
  if get('held:' .. name) ~= (held[name] or 0) then
    put({'held:' .. name, held[name] or 0})
    wrong = wrong + 1
  end
end

-- Gives each party's counter of one kind its right value.
local function mend(kind, right)
  local counted = redis.call('HGETALL', KEYS[4])
  for i = 1, #counted, 2 do
    local party = string.match(counted[i], '^' .. kind .. ':(.+)$')
    if party then
      if tonumber(counted[i + 1]) ~= (right[party] or 0) then
        if right[party] then redis.call('HSET', KEYS[4], counted[i], right[party]) else redis.call('HDEL', KEYS[4], counted[i]) end
        wrong = wrong + 1
      end
      right[party] = nil
    end
  end
  for party, seats in pairs(right) do
    redis.call('HSET', KEYS[4], kind .. ':' .. party, seats)
    wrong = wrong + 1
  end
end

mend('l', live)
if m.version == get('version') then
  for _, p in ipairs(m.parties) do durable[p[1]] = p[2] end
  mend('d', durable)
end
if wrong > 0 then changed() end
return {'COUNTED', tostring(wrong)}
