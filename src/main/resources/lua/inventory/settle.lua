-- Tells the image what a transaction of the ledger left behind.
-- ARGV  2 the numbers (slot_numbers): newer and gapless: applied; older: only its finished holds count; with a gap nothing
--       changes, for the numbers between are unknown.
-- Reply SETTLED | RELOAD version (load what is newer than that; 0: all)
if not known() then return {'RELOAD', '0'} end
local m = cjson.decode(ARGV[2])
local mine = get('version')
if m.version > mine and m.previous ~= mine then return {'RELOAD', text(mine)} end
local freed = finishAll(m.finished)
if m.version > mine then
  apply(m)
  changed()
elseif m.version == mine then
  put({'checked', text(now), 'next', text(m.next)})
  if freed then changed() end
elseif freed then
  changed()
end
return {'SETTLED'}
