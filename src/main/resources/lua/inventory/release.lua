-- The party gives its hold back: compare and delete, exactly once.
-- ARGV  2 hold id  3 "1": leave no tombstone, for a hold that its caller was never told of
-- Reply RELEASED | CLAIMED (a confirm is under way: too late) | FINISHED | NONE
if not known() then return {'NONE'} end
local hold = read(ARGV[2])
if not hold then return {'NONE'} end
if hold.state == 'F' then return {'FINISHED'} end
if hold.state == 'C' then return {'CLAIMED'} end
if ARGV[3] == '1' then drop(ARGV[2], hold) else finish(ARGV[2], hold) end
changed()
return {'RELEASED'}
