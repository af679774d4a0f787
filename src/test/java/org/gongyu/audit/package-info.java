@NullMarked
package org.gongyu.audit;

import org.jspecify.annotations.NullMarked;
