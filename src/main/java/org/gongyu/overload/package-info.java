/**
 * What is turned away when more comes than can be served, and what last. Invariant: who
 * is turned away is told so at once and when to come again, and a confirm of held seats
 * is the last to be.
 */
@NullMarked
@ApplicationModule(displayName = "Overload", allowedDependencies = "platform")
package org.gongyu.overload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
