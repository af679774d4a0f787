/**
 * Tests of lines.
 */
@NullMarked
package org.gongyu.admission;

import org.jspecify.annotations.NullMarked;
