/**
 * The page shell, the home page and a person's settings. Every module may be shown here;
 * nobody uses it.
 */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = { "platform", "account", "household", "venue", "activity",
		"inventory", "booking", "calendar", "favourite" })
package org.gongyu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
