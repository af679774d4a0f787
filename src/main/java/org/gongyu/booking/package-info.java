/**
 * Taking seats and keeping them: holds and bookings over HTTP, the rules for parties,
 * tickets and check-in, and what happens to bookings when a venue changes its mind.
 * Invariant: one hold becomes one booking, once.
 */
@NullMarked
@ApplicationModule(displayName = "Booking", allowedDependencies = { "platform", "audit", "inventory", "admission",
		"activity", "venue", "account", "organization", "household", "favourite", "express" })
package org.gongyu.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
