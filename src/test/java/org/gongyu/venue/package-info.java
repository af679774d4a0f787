/**
 * Tests of venues.
 */
@NullMarked
package org.gongyu.venue;

import org.jspecify.annotations.NullMarked;
