/**
 * What was done with people's data: a log that grows and never changes. Invariant: no
 * look at minors' data and no change of who may do what without an entry.
 */
@NullMarked
@ApplicationModule(displayName = "Audit", allowedDependencies = "platform")
package org.gongyu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
