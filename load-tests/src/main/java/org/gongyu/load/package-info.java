/**
 * Measures the hub from outside, as a process of its own.
 */
package org.gongyu.load;
