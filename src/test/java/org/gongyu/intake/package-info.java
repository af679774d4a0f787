/**
 * Tests of the import of venues.
 */
@NullMarked
package org.gongyu.intake;

import org.jspecify.annotations.NullMarked;
