/**
 * The few requests that thousands send in the same second, and the streams that they keep
 * open, answered before the filters and the controllers. Invariant: who is not known, and
 * what is not well formed, takes the way of all other requests, so that each rule is told
 * in one place.
 */
@NullMarked
@ApplicationModule(displayName = "Express", allowedDependencies = { "platform", "account" })
package org.gongyu.express;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
