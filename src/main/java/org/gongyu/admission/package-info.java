/**
 * The line of a slot for which more people come than can be served at once: a place in
 * it, an honest range of how long it takes, and the turn. Invariant: who came first has
 * their turn first, on whichever node they ask, and nobody waits for what is gone.
 */
@NullMarked
@ApplicationModule(displayName = "Admission", allowedDependencies = { "platform", "account", "activity", "inventory" })
package org.gongyu.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
