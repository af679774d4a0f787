-- What the image knows of a hold.
-- ARGV  2 hold id
-- Reply H | C | F | NONE (expired, or never seen by this image)
local hold = known() and read(ARGV[2])
return {hold and hold.state or 'NONE'}
