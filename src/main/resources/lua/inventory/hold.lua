-- Holds seats of one pool for a party, or nothing. Repeated, it answers the original deadline.
-- ARGV  2 hold id  3 pool  4 seats  5 party  6 ms to live
--       7 kind: PARTY | TURN (a party that has stood in line) | OFFER | DESK (the last two claimed at once)
-- Reply GRANTED deadline next pool (where the seats are) | FINISHED | MISSING (load the image, then again) | CHECK (ask the ledger, then again)
--     | CLOSED | NO_POOL | NOT_RELEASED at | WAITING | SOLD_OUT remaining | LIMIT remaining | IN_LINE (the gate is shut)
if not known() then return {'MISSING'} end
local id, pool, seats, party, kind = ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5], ARGV[7]
local _, freed = reclaim()
if freed then changed() end
local hold = read(id)
if hold and hold.state == 'F' then return {'FINISHED'} end
if hold then return {'GRANTED', text(hold.original), nextDeadline(), hold.pool} end
if not believed() then return {'CHECK'} end
local turn = kind == 'TURN'
if turn then kind = 'PARTY' end
local no = refusal(pool, party, seats, kind)
if no then return no end
if kind == 'PARTY' and not turn and target(pool) == 'PUBLIC' and now < get('gate') then return {'IN_LINE'} end
local deadline = now + tonumber(ARGV[6])
local claimed = kind ~= 'PARTY'
local from = target(pool)
add(id, {state = claimed and 'C' or 'H', pool = from, seats = seats, party = party,
  claims = claimed and 1 or 0, original = deadline}, deadline)
changed()
return {'GRANTED', text(deadline), nextDeadline(), from}
