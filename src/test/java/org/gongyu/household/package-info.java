@NullMarked
package org.gongyu.household;

import org.jspecify.annotations.NullMarked;
