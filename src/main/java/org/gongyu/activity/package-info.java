/**
 * What venues offer: activities, their dated slots with pools of seats, weekly templates,
 * and the search over them. Invariant: what is published can be found, and a published
 * slot's times never change.
 */
@NullMarked
@ApplicationModule(displayName = "Activity", allowedDependencies = { "platform", "venue", "account", "picture" })
package org.gongyu.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
