-- Gives an account a number, the same one until its turn is over.
-- KEYS  2 {slot}:line:<account>  string  its number
-- Reply last served past number
local number = tonumber(redis.call('GET', KEYS[2]) or 0)
if number <= past then
  last = last + 1
  number = last
  redis.call('SET', KEYS[2], text(number), 'PX', ARGV[4])
end
last = math.max(last, number)
redis.call('HSET', KEYS[1], 'last', text(last), 'served', text(served), 'past', text(past))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return {last, served, past, number}
