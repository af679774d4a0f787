/**
 * The hub beside what the same machine can do at best, and beside what a team would write
 * instead, measured in the same run.
 */
@NullMarked
package org.gongyu.load.limits;

import org.jspecify.annotations.NullMarked;
