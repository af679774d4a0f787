-- Gives a household a number, the same one until its turn is over. What is asked of it, and since when it waits, stays too.
-- KEYS  2 {slot}:line:<household>  string  "number|work bits|ms since 1970"
-- ARGV  5 above how many who wait work is asked for  6 how many bits of it
-- Reply last served past number bits joined
local number, bits, joined = string.match(redis.call('GET', KEYS[2]) or '0|0|0', '(%d+)|(%d+)|(%d+)')
number = tonumber(number)
if number <= past then
  bits = last - served >= tonumber(ARGV[5]) and ARGV[6] or '0'
  joined = text(now)
  last = last + 1
  number = last
  redis.call('SET', KEYS[2], table.concat({text(number), bits, joined}, '|'), 'PX', ARGV[4])
end
last = math.max(last, number)
redis.call('HSET', KEYS[1], 'last', text(last), 'served', text(served), 'past', text(past))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return {last, served, past, number, tonumber(bits), tonumber(joined)}
