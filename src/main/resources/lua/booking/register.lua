-- Notes a granted hold with its household, or says why the household cannot have it.
-- KEYS 1 {household}:holds  zset  capsule by deadline   2 {household}:key:<account>:K  string  "body digest|deadline"
--      3 {household}:pace   string  "asked|unused": when (ms) the limits of holds, and of holds that were not booked, would be empty (GCRA)
-- ARGV 1 capsule  2 deadline ms  3 most live holds  4 body digest  5 ms to remember the key
--      6 ms for each hold  7 how many at once  8 ms for each hold that is not booked  9 how many of those at once (0 0: no limit)
-- Reply OK | OTHER_BODY (the key stands for another request) | STALE (its hold is over) | TOO_MANY | TOO_FAST ms | UNUSED ms
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function text(n) return string.format('%d', n) end
local request = ARGV[4] .. '|' .. ARGV[2]
local known = redis.call('GET', KEYS[2])
if known then
  if known == request then return {'OK'} end
  return {string.sub(known, 1, #ARGV[4]) == ARGV[4] and 'STALE' or 'OTHER_BODY'}
end
local asked, unused = string.match(redis.call('GET', KEYS[3]) or '0|0', '(%d+)|(%d+)')
asked = math.max(tonumber(asked), now) + tonumber(ARGV[6])
unused = math.max(tonumber(unused), now) + tonumber(ARGV[8])
local tooFast, tooMany = asked - now - ARGV[6] * ARGV[7], unused - now - ARGV[8] * ARGV[9]
if tooFast > 0 then return {'TOO_FAST', text(tooFast)} end
if tooMany > 0 then return {'UNUSED', text(tooMany)} end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now))
  if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return {'TOO_MANY'} end
end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
-- a confirm may come somewhat later than the deadline, and gives back then what the hold used up
redis.call('PEXPIREAT', KEYS[1], string.format('%d', ARGV[2] + 1200000))
redis.call('SET', KEYS[2], request, 'PX', ARGV[5])
redis.call('SET', KEYS[3], text(asked) .. '|' .. text(unused), 'PX', text(math.max(1, asked - now, unused - now)))
return {'OK'}
