package org.gongyu.draw;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A household's own entry.
 *
 * @param tickets 128 random bits each, in hexadecimal; only the household knows that they
 * are its own, and how many they are
 * @param rank its place among the entries, from 1 on; null until it was drawn
 * @param waiting the entry of the slot's waitlist that it became; null where the draw did
 * not reach it
 */
record OwnEntry(UUID slot, List<String> tickets, int seats, int adults, List<UUID> children, @Nullable Integer rank,
		@Nullable UUID waiting) {
}
