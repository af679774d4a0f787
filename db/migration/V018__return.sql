-- Seats that a party gives back come back to everybody at a random moment within so many minutes (0: at once), so that
-- nobody can hand them to somebody who knows the moment.
alter table activity add column return_minutes int not null default 0 check (return_minutes between 0 and 720);
alter table slot_seats add column return_minutes int not null default 0;

-- its successor takes the minutes, too
drop function if exists open_slot(uuid, int, timestamptz, timestamptz, text[], int[], timestamptz[], timestamptz[], text[], timestamptz[], int[]);
