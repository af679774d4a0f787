/**
 * What families are told: in their inbox, and by message. Everything is told because of a
 * fact, at least once on the way and once in the inbox.
 */
@NullMarked
@ApplicationModule(displayName = "Notice", allowedDependencies = { "platform", "channel", "account", "household",
		"venue", "activity", "booking", "waitlist" })
package org.gongyu.notice;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
