/**
 * Parties that wait for seats, together or not at all, and the seats that are kept for
 * them in turn. Invariant: whatever is freed while somebody waits is offered to who has
 * waited longest and fits, before anybody else may take it.
 */
@NullMarked
@ApplicationModule(displayName = "Waitlist",
		allowedDependencies = { "platform", "booking", "inventory", "activity", "venue", "account", "household" })
package org.gongyu.waitlist;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
