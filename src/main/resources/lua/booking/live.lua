-- The capsules of a household's live holds, the next to expire first.
-- KEYS 1 {household}:holds  zset  capsule by deadline   ARGV 1 capsule that is over, or empty
if ARGV[1] ~= '' then redis.call('ZREM', KEYS[1], ARGV[1]) end
local time = redis.call('TIME')
return redis.call('ZRANGEBYSCORE', KEYS[1], string.format('(%.0f', time[1] * 1000 + math.floor(time[2] / 1000)), '+inf')
