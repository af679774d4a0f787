@NullMarked
package org.gongyu.notice;

import org.jspecify.annotations.NullMarked;
