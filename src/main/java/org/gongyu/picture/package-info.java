/**
 * Pictures: what is uploaded is drawn anew in the sizes that pages show, so that nothing
 * of the file itself gets out. Invariant: a picture's address never shows another one.
 */
@NullMarked
@ApplicationModule(displayName = "Picture", allowedDependencies = "platform")
package org.gongyu.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
