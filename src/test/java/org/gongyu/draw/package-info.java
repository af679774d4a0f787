/**
 * Tests of draws.
 */
@NullMarked
package org.gongyu.draw;

import org.jspecify.annotations.NullMarked;
