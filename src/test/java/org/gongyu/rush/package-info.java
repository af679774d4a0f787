/**
 * Many parties, few seats, over HTTP, with faults; and the checker that reads what
 * happened.
 */
@NullMarked
package org.gongyu.rush;

import org.jspecify.annotations.NullMarked;
