/**
 * What supervisors and operators look at: who saw and changed what.
 */
@NullMarked
@ApplicationModule(displayName = "Oversight", allowedDependencies = { "platform", "audit", "account", "organization" })
package org.gongyu.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
