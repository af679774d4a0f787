/**
 * What every module relies on: facts that arrive, lists that can be walked, answers that
 * say what is wrong.
 */
@NullMarked
package org.gongyu.platform;

import org.jspecify.annotations.NullMarked;
