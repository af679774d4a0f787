-- Shared by the scripts of a slot's line. Numbers only rise: the counters are the highest that Redis or the caller has seen.
-- KEYS  1 {slot}:line  hash  last (number given) served (up to which it is their turn) past (up to which it is over)
--                            mark marked (served at that time, in ms)  credit (part of a turn)  at (last moved on, in ms)
-- ARGV  1 last  2 served  3 past, as the caller has seen them  4 ms to remember
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local stored = redis.call('HMGET', KEYS[1], 'last', 'served', 'past', 'mark', 'marked', 'credit', 'at')

local function highest(i) return math.max(tonumber(stored[i] or 0), tonumber(ARGV[i])) end
local last, served, past = highest(1), highest(2), highest(3)
local function text(n) return string.format('%d', n) end
