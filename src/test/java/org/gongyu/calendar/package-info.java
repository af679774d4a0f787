@NullMarked
package org.gongyu.calendar;

import org.jspecify.annotations.NullMarked;
