package org.gongyu.venue;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/**
 * Where something is, in degrees (WGS 84, as a phone tells them).
 */
public record Position(@NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
		@NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude) {

	private static final double EARTH_KM = 6371;

	/**
	 * How far it is as the crow flies, in kilometres (haversine formula).
	 */
	public double kilometresTo(Position other) {
		double north = Math.toRadians(other.latitude - this.latitude) / 2;
		double east = Math.toRadians(other.longitude - this.longitude) / 2;
		double half = Math.pow(Math.sin(north), 2) + Math.cos(Math.toRadians(this.latitude))
				* Math.cos(Math.toRadians(other.latitude)) * Math.pow(Math.sin(east), 2);
		return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
	}

}
