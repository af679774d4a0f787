package org.gongyu.calendar;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Days off in a row.
 *
 * @param name the holiday's name; null for a weekend
 * @param last the last of them, itself off
 */
public record FreeDays(@Nullable String name, LocalDate first, LocalDate last) {
}
