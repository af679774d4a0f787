package org.gongyu.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found.
 *
 * @param links its length
 * @param broken the first position that is not what it was; null when all are
 * @param head the hash of its end; kept elsewhere, it shows when the end was cut off
 */
public record AuditCheck(long links, @Nullable Long broken, @Nullable String head) {
}
