/**
 * Tests of bookings.
 */
@NullMarked
package org.gongyu.booking;

import org.jspecify.annotations.NullMarked;
