/**
 * Seats: the ledger in PostgreSQL, which is the truth, and its fast image in Redis, which
 * may be lost at any moment. Invariant: booked + kept never exceed a pool's capacity, and
 * no seat stays idle once nobody claims it.
 */
@NullMarked
@ApplicationModule(displayName = "Inventory", allowedDependencies = { "platform", "activity", "express" })
package org.gongyu.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
