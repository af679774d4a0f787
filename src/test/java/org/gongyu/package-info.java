/**
 * Tests of the hub as a whole, and what they stand on.
 */
@NullMarked
package org.gongyu;

import org.jspecify.annotations.NullMarked;
