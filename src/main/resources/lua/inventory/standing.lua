-- What would refuse anybody, for a node that wants to say so by itself for a moment. Changes nothing.
-- ARGV  2 how many holds may be told at most
-- Reply UNKNOWN (nothing can be said: the image is missing or not believed, something has expired, there are too many holds)
--     | STANDING ms (for how long nothing changes by itself) open waiting n, then for each of n pools: name free released at
--       (0: it is released), then the ids of all holds, whatever their state: who asks for one of them again hears what became of it
if not known() or not believed() then return {'UNKNOWN'} end
local due = redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')[2]
if due and tonumber(due) <= now or redis.call('HLEN', KEYS[2]) > tonumber(ARGV[2]) then return {'UNKNOWN'} end
local stands = get('checked') + BELIEVED
local function ends(at) if at > now then stands = math.min(stands, at) end end
ends(tonumber(due or 0))
ends(get('starts'))
ends(get('next'))
local pools = {}
for name in string.gmatch(image.pools, '[^,]+') do
  local from, released = target(name), get('released:' .. target(name))
  ends(released)
  pools[#pools + 1] = name
  pools[#pools + 1] = text(free(from))
  pools[#pools + 1] = now < released and text(released) or '0'
end
local open = get('open') == 1 and now < get('starts')
local reply = {'STANDING', text(stands - now), open and '1' or '0', text(get('waiting')), text(#pools / 3)}
for _, value in ipairs(pools) do reply[#reply + 1] = value end
for _, id in ipairs(redis.call('HKEYS', KEYS[2])) do reply[#reply + 1] = id end
return reply
