-- The ledger refused the confirm: the claim is taken back, and with the last one the hold is HELD again until its original
-- deadline. Never retried, for a claim that is taken back twice would free another's.
-- ARGV  2 hold id
-- Reply HELD | CLAIMED (others are still under way) | NONE
if not known() then return {'NONE'} end
local hold = read(ARGV[2])
if not hold or hold.state ~= 'C' then return {'NONE'} end
if hold.claims > 1 then
  hold.claims = hold.claims - 1
  write(ARGV[2], hold, redis.call('ZSCORE', KEYS[3], ARGV[2]))
  return {'CLAIMED'}
end
hold.state, hold.claims = 'H', 0
write(ARGV[2], hold, hold.original)
return {'HELD'}
