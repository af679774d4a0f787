/**
 * Venues from files: an upload becomes a table, its rows become drafts, the drafts are
 * judged, and a commit hands the accepted ones to the module venue. Invariant: a row is
 * either accepted or rejected with a reason, and a commit adds all accepted rows or none.
 */
@NullMarked
@ApplicationModule(displayName = "Intake", allowedDependencies = { "platform", "venue", "account" })
package org.gongyu.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
