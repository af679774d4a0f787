package org.gongyu.booking;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of bookings.
 *
 * @param liveHolds how many live holds a household may have
 * @param idempotency for how long an Idempotency-Key is remembered
 * @param batch how many confirms of a slot go to the database at once
 * @param queue how many confirms of a slot may wait for their turn; one more is answered
 * 503
 * @param checkInBefore how long before the start check-in opens
 * @param adultAge from which age on a child needs no adult
 * @param listed how many bookings of a slot one list shows at most
 * @param retention how often names are looked for whose time is over
 * @param mapMarker the address of a map with {@code {latitude}}, {@code {longitude}} and
 * {@code {name}}
 * @param mapSearch the address of a search on a map for a {@code {place}}
 */
@ConfigurationProperties("gongyu.booking")
record BookingProperties(@DefaultValue("3") int liveHolds, @DefaultValue("24h") Duration idempotency,
		@DefaultValue("64") int batch, @DefaultValue("5000") int queue, @DefaultValue("60m") Duration checkInBefore,
		@DefaultValue("14") int adultAge, @DefaultValue("2000") int listed, @DefaultValue("1h") Duration retention,
		@DefaultValue("https://uri.amap.com/marker?position={longitude},{latitude}&name={name}&coordinate=wgs84") String mapMarker,
		@DefaultValue("https://uri.amap.com/search?keyword={place}") String mapSearch) {
}
