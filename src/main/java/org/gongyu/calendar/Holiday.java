package org.gongyu.calendar;

import java.time.LocalDate;

/**
 * A day that differs from its weekday.
 *
 * @param name the holiday that it belongs to
 * @param off whether it is free; else it is a weekend day that is worked
 */
public record Holiday(LocalDate day, String name, boolean off) {
}
