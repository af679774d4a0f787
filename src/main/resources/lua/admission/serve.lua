-- Moves the line on by as many turns as the time since the last call is worth.
-- ARGV  5 turns a second  6 ms that a turn lasts
-- Reply last served past
local rate = tonumber(ARGV[5])
local elapsed = math.min(1000, now - tonumber(stored[7] or now))
local credit = tonumber(stored[6] or 0) + rate * elapsed / 1000
local turns = math.floor(credit)
served = math.min(last, served + turns)
-- who comes to an empty line does not have the turns of those who did not come
credit = served == last and 0 or credit - turns
-- numbers that were served a whole turn ago are over
local mark, marked = tonumber(stored[4] or 0), tonumber(stored[5] or 0)
if now - marked >= tonumber(ARGV[6]) then
  past = math.max(past, mark)
  mark, marked = served, now
end
redis.call('HSET', KEYS[1], 'last', text(last), 'served', text(served), 'past', text(past),
  'mark', text(mark), 'marked', text(marked), 'credit', tostring(credit), 'at', text(now))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return {last, served, past}
