/**
 * Who uses the hub: accounts and their sign-in, households with children, organizations.
 * Invariant: a request is authenticated without I/O, and a child's name leaves the
 * database only for its own household and named staff.
 */
@NullMarked
@ApplicationModule(displayName = "Account", allowedDependencies = "platform")
package org.gongyu.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
