package org.gongyu.booking;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of bookings.
 *
 * @param liveHolds how many live holds an account may have
 * @param idempotency for how long an Idempotency-Key is remembered
 * @param batch how many confirms of a slot go to the database at once
 * @param queue how many confirms of a slot may wait for their turn; one more is answered
 * 503
 * @param checkInBefore how long before the start check-in opens
 * @param adultAge from which age on a child needs no adult
 * @param listed how many bookings of a slot one list shows at most
 * @param retention how often names are looked for whose time is over
 */
@ConfigurationProperties("gongyu.booking")
record BookingProperties(@DefaultValue("3") int liveHolds, @DefaultValue("24h") Duration idempotency,
		@DefaultValue("64") int batch, @DefaultValue("5000") int queue, @DefaultValue("60m") Duration checkInBefore,
		@DefaultValue("14") int adultAge, @DefaultValue("2000") int listed, @DefaultValue("1h") Duration retention) {
}
