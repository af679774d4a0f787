package org.gongyu.inventory;

import java.time.Instant;

import org.gongyu.activity.Pool;

/**
 * Seats that are held.
 *
 * @param deadline until when
 * @param pool where they are: of a repeat, where they were found the first time
 */
public record Granted(Instant deadline, Pool pool) {
}
