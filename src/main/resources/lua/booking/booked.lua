-- Strikes a hold that became a booking: it does not count as unused any more. Repeated, it changes nothing.
-- KEYS 1 {household}:holds  2 {household}:pace   ARGV 1 capsule  2 ms for each hold that is not booked
-- Reply OK
if redis.call('ZREM', KEYS[1], ARGV[1]) == 1 then
  local asked, unused = string.match(redis.call('GET', KEYS[2]) or '', '(%d+)|(%d+)')
  if asked then
    redis.call('SET', KEYS[2], asked .. '|' .. string.format('%d', math.max(0, unused - ARGV[2])), 'KEEPTTL')
  end
end
return {'OK'}
