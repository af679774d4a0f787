-- A slot that is released now is not in statistics of yesterday, which would say that it has no claims: then any index that
-- begins with the slot seems as good as the one with the party, and a batch reads all claims of the slot. Without statistics
-- a slot is taken for a large one.
alter table seat_claim alter column slot_id set statistics 0;
