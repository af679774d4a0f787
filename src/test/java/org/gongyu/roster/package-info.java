@NullMarked
package org.gongyu.roster;

import org.jspecify.annotations.NullMarked;
