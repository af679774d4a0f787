package org.gongyu.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in.
 *
 * @param name how the person is greeted
 * @param alias what the audit log calls the person
 * @param household the household of a guardian
 */
record Account(UUID id, String name, UUID alias, @Nullable UUID household) {
}
