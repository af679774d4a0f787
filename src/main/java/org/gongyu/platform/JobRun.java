package org.gongyu.platform;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That the hub did something by itself.
 *
 * @param done how many things it did
 * @param error why it failed
 */
public record JobRun(String job, Instant startedAt, Instant endedAt, long done, @Nullable String error) {
}
