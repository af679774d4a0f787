/**
 * The members of alliances (教联体) and who works for them: organizations and their
 * verification, memberships with roles, invitations. Invariant: whoever acts for an
 * organization is a member of it, and nobody does before an operator has verified it.
 */
@NullMarked
@ApplicationModule(displayName = "Organization", allowedDependencies = { "platform", "audit", "account" })
package org.gongyu.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
