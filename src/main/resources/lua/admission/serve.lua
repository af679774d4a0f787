-- Moves the line on by as many turns as the time since the last call is worth, one second at most.
-- ARGV  5 turns a second  6 ms that a turn lasts  7 whether all seats are gone: then the line is over, and who comes later
--       stands behind nobody who was told so
-- Reply last served past
local rate, turn, gone = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7] == '1'
local at = tonumber(stored[7] or now)
-- turns that nobody looked after for so long are over, too
if now - at >= turn then past = math.max(past, served) end
local credit = tonumber(stored[6] or 0) + rate * math.max(0, math.min(1000, now - at)) / 1000
local turns = math.floor(credit)
served = math.min(last, served + turns)
-- who comes to an empty line does not have the turns of those who did not come
credit = served == last and 0 or credit - turns
-- numbers that were served a whole turn ago are over
local mark, marked = tonumber(stored[4] or 0), tonumber(stored[5] or 0)
if now - marked >= turn then
  past = math.max(past, mark)
  mark, marked = served, now
end
if gone then
  served, past, mark = last, last, last
end
redis.call('HSET', KEYS[1], 'last', text(last), 'served', text(served), 'past', text(past),
  'mark', text(mark), 'marked', text(marked), 'credit', tostring(credit), 'at', text(now))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return {last, served, past}
