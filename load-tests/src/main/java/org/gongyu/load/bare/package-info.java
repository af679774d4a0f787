/**
 * What a request costs at least: the same server without the hub.
 */
package org.gongyu.load.bare;
