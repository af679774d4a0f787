/**
 * The ways out to people: e-mail and text messages. Invariant: sending never holds an
 * event loop, and nothing that is sent is kept.
 */
@NullMarked
@ApplicationModule(displayName = "Channel", allowedDependencies = "platform")
package org.gongyu.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
