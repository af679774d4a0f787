/**
 * Tests of the express lane.
 */
@NullMarked
package org.gongyu.express;

import org.jspecify.annotations.NullMarked;
