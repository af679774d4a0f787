@NullMarked
package org.gongyu.organization;

import org.jspecify.annotations.NullMarked;
