-- A limit of so many acts in a period, as a leaky bucket that remembers one number: when it would be empty (GCRA).
-- KEYS  1 limit:<what>:{<who>}   string: ms since 1970
-- ARGV  1 ms for each act  2 how many acts may come at once
-- Reply OK | LIMITED wait (ms until the next act may come)
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local each, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local empty = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now) + each
local wait = empty - now - each * burst
if wait > 0 then return {'LIMITED', string.format('%.0f', wait)} end
redis.call('SET', KEYS[1], string.format('%.0f', empty), 'PX', string.format('%.0f', empty - now))
return {'OK'}
