/**
 * The places that open to children: venues, their halls, what they are accredited for,
 * how they take bookings. Invariant: a venue is known once by name and region.
 */
@NullMarked
@ApplicationModule(displayName = "Venue", allowedDependencies = { "platform", "account" })
package org.gongyu.venue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
