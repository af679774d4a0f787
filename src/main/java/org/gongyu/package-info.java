/**
 * The hub: one application whose direct sub-packages are its business modules.
 */
@NullMarked
package org.gongyu;

import org.jspecify.annotations.NullMarked;
