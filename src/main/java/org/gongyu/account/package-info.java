/**
 * Who uses the hub: accounts, their sign-in and their tokens, and which door opens to
 * whom. Invariant: a request is authenticated without I/O.
 */
@NullMarked
@ApplicationModule(displayName = "Account", allowedDependencies = { "platform", "audit", "channel" })
package org.gongyu.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
