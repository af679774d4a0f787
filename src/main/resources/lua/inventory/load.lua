-- Writes the ledger's numbers into a missing or older image. Live holds are never cleared.
-- ARGV  2 the numbers (load_slot)  3 the version since which they tell claims (0: a whole image)  4 further finished holds, JSON
-- Reply LOADED | RELOAD version (the image is not the one that was asked for: load since that version)
local m = cjson.decode(ARGV[2])
local since = tonumber(ARGV[3])
local here = known()
if not here and since > 0 then return {'RELOAD', '0'} end
local mine = here and get('version') or 0
if here and m.version > mine and since > mine then return {'RELOAD', text(mine)} end
finishAll(m.finished)
finishAll(cjson.decode(ARGV[4]))
if not here or m.version > mine then
  -- A whole image names every party that has seats; what it does not name has none any more.
  if since == 0 then
    for _, field in ipairs(redis.call('HKEYS', KEYS[4])) do
      if string.sub(field, 1, 2) == 'd:' then redis.call('HDEL', KEYS[4], field) end
    end
  end
  apply(m)
  changed()
elseif m.version == mine then
  put({'checked', text(now), 'next', text(m.next)})
end
return {'LOADED'}
