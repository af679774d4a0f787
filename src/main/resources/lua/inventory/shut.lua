-- Shuts the gate for a time: only who has stood in line holds PUBLIC seats.
-- ARGV  2 ms
-- Reply MISSING | SHUT
if not known() then return {'MISSING'} end
put({'gate', text(math.max(get('gate'), now + tonumber(ARGV[2])))})
return {'SHUT'}
