/**
 * Draws: who gets the seats of a slot when not who comes first. Invariant: the seed is
 * committed to before anybody enters, the list stands before it is drawn, and everybody
 * can compute the result again.
 */
@NullMarked
@ApplicationModule(displayName = "Draw", allowedDependencies = { "platform", "waitlist", "booking", "inventory",
		"activity", "venue", "account", "household" })
package org.gongyu.draw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
