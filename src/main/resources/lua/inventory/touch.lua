-- Looks at the slot: reclaims what has expired and answers what is there.
-- Reply MISSING | SEEN believed(1|0) now revision version waiting next n doubt1 … doubtn (packed "id|pool|seats|party")
--     then for each pool: name capacity booked kept held released lapsed
if not known() then return {'MISSING'} end
local doubt, freed = reclaim()
if freed then changed() end
local reply = {'SEEN', believed() and '1' or '0', text(now), text(get('revision')), text(get('version')),
  text(get('waiting')), nextDeadline(), tostring(#doubt)}
for _, id in ipairs(doubt) do
  local hold = read(id)
  reply[#reply + 1] = table.concat({id, hold.pool, hold.seats, hold.party}, '|')
end
for name in string.gmatch(image.pools, '[^,]+') do
  reply[#reply + 1] = name
  for _, field in ipairs({'cap:', 'booked:', 'kept:', 'held:', 'released:', 'lapsed:'}) do
    reply[#reply + 1] = text(get(field .. name))
  end
end
return reply
