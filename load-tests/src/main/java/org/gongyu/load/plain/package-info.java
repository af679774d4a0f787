/**
 * What a team would write instead.
 */
package org.gongyu.load.plain;
