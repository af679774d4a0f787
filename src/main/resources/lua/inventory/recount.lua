-- Counts the seats of live holds anew and mends the counters that differ.
-- Reply COUNTED n (how many counters were wrong) | MISSING
if not known() then return {'MISSING', '0'} end
local held, live, wrong = {}, {}, 0
for _, id in ipairs(redis.call('HKEYS', KEYS[2])) do
  local hold = read(id)
  if hold.state ~= 'F' then
    held[hold.pool] = (held[hold.pool] or 0) + hold.seats
    live[hold.party] = (live[hold.party] or 0) + hold.seats
  end
end
for name in string.gmatch(redis.call('HGET', KEYS[1], 'pools'), '[^,]+') do
  if get('held:' .. name) ~= (held[name] or 0) then
    redis.call('HSET', KEYS[1], 'held:' .. name, held[name] or 0)
    wrong = wrong + 1
  end
end
local counted = redis.call('HGETALL', KEYS[4])
for i = 1, #counted, 2 do
  local party = string.match(counted[i], '^l:(.+)$')
  if party then
    if tonumber(counted[i + 1]) ~= (live[party] or 0) then
      if live[party] then redis.call('HSET', KEYS[4], counted[i], live[party]) else redis.call('HDEL', KEYS[4], counted[i]) end
      wrong = wrong + 1
    end
    live[party] = nil
  end
end
for party, seats in pairs(live) do
  redis.call('HSET', KEYS[4], 'l:' .. party, seats)
  wrong = wrong + 1
end
if wrong > 0 then changed() end
return {'COUNTED', tostring(wrong)}
