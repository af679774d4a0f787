/**
 * What every module stands on: connections, the outbox of facts, ids and the one random
 * source, the clock, refusals and their problem documents, paging and limits. Invariant:
 * nothing here knows a word of the business.
 */
@NullMarked
@ApplicationModule(displayName = "Platform", allowedDependencies = {})
package org.gongyu.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
