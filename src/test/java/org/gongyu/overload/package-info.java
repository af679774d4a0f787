/**
 * Tests of overload.
 */
@NullMarked
package org.gongyu.overload;

import org.jspecify.annotations.NullMarked;
