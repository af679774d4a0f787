/**
 * Walks in a real browser, looked at afterwards in {@code target/screenshots}.
 */
@NullMarked
package org.gongyu.browser;

import org.jspecify.annotations.NullMarked;
