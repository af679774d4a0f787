/**
 * What signing in costs the event loops.
 */
package org.gongyu.load.signin;
