@NullMarked
package org.gongyu.federation;

import org.jspecify.annotations.NullMarked;
