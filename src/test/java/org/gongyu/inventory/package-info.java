/**
 * Tests of the seat protocol: every script and SQL function against a plain model of one
 * slot.
 */
@NullMarked
package org.gongyu.inventory;

import org.jspecify.annotations.NullMarked;
