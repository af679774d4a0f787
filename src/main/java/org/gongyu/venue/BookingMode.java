package org.gongyu.venue;

/**
 * How a venue takes visitors: without booking, with or without, only with, or only after
 * it has agreed.
 */
public enum BookingMode {

	NONE, OPTIONAL, REQUIRED, REQUEST

}
