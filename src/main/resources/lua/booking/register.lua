-- Notes a granted hold with its account: how many are live, and which request an Idempotency-Key stands for.
-- KEYS 1 {account}:holds  zset  capsule by deadline   2 {account}:key:K  string  "body digest|deadline"
-- ARGV 1 capsule  2 deadline ms  3 most live holds  4 body digest  5 ms to remember the key
-- Reply OK | OTHER_BODY (the key stands for another request) | STALE (its hold is over) | TOO_MANY
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local request = ARGV[4] .. '|' .. ARGV[2]
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
local known = redis.call('GET', KEYS[2])
if known then
  if known == request then return {'OK'} end
  return {string.sub(known, 1, #ARGV[4]) == ARGV[4] and 'STALE' or 'OTHER_BODY'}
end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return {'TOO_MANY'} end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('PEXPIREAT', KEYS[1], ARGV[2])
redis.call('SET', KEYS[2], request, 'PX', ARGV[5])
return {'OK'}
