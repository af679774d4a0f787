/**
 * Tests of accounts.
 */
@NullMarked
package org.gongyu.account;

import org.jspecify.annotations.NullMarked;
