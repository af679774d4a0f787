@NullMarked
package org.gongyu.waitlist;

import org.jspecify.annotations.NullMarked;
