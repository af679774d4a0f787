/**
 * What a family wants to find again: its favourites, which its guardians share, and what
 * was looked at lately, which only the browser knows.
 */
@NullMarked
@ApplicationModule(displayName = "Favourite",
		allowedDependencies = { "platform", "account", "household", "activity", "venue" })
package org.gongyu.favourite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
