-- their successors take the time of arrival, and how long the list waits for it
drop function if exists enter_draw(uuid, uuid, text[], uuid, uuid, int, int, uuid[]);
drop function if exists freeze_draw(uuid);
