/**
 * Which days are off: weekends, public holidays, and the weekend days that are worked
 * instead (调休). Invariant: a year whose notice is not published yet has its weekends.
 */
@NullMarked
@ApplicationModule(displayName = "Calendar", allowedDependencies = "platform")
package org.gongyu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
