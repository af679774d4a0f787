@NullMarked
package org.gongyu.web;

import org.jspecify.annotations.NullMarked;
