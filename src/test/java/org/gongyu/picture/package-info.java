@NullMarked
package org.gongyu.picture;

import org.jspecify.annotations.NullMarked;
