/**
 * The names of those who come to a slot. Invariant: only staff of the slot's venue see
 * them, around the slot, of guardians who agreed, and every look and every export is
 * written down.
 */
@NullMarked
@ApplicationModule(displayName = "Roster",
		allowedDependencies = { "platform", "audit", "account", "household", "venue", "activity", "booking" })
package org.gongyu.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
