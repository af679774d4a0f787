package org.gongyu.draw;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A household's own entry.
 *
 * @param rank the place that was drawn, from 1 on; null until then
 * @param waiting the entry of the slot's waitlist that it became; null where the draw did
 * not reach it
 */
record OwnEntry(UUID slot, String ticket, int seats, int adults, List<UUID> children, @Nullable Integer rank,
		@Nullable UUID waiting) {
}
