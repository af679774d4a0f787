/**
 * Guardians and their children. Invariant: a child's name leaves the database only for
 * its own household and for staff who may see it, and every such look is written down.
 */
@NullMarked
@ApplicationModule(displayName = "Household", allowedDependencies = { "platform", "audit", "account", "organization" })
package org.gongyu.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
