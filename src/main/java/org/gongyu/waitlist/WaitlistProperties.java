package org.gongyu.waitlist;

import java.time.Duration;
import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the waitlist.
 *
 * @param offer for how long seats are kept for a party that is asked
 * @param night when people are not asked to answer
 * @param morning until when, at least, an offer lasts that was made in the night
 * @param lead how long before the start the last offers end
 * @param skips how often a party may be skipped by smaller ones behind it before seats
 * are saved up for it
 * @param patience for how long seats are saved up for it
 * @param look how often slots for which somebody waits are looked at
 * @param most how many parties may wait for one slot
 * @param slots how many slots one party may name, and how many are looked at in one round
 */
@ConfigurationProperties("gongyu.waitlist")
record WaitlistProperties(@DefaultValue("2h") Duration offer, @DefaultValue("22:00") LocalTime night,
		@DefaultValue("09:00") LocalTime morning, @DefaultValue("30m") Duration lead, @DefaultValue("3") int skips,
		@DefaultValue("6h") Duration patience, @DefaultValue("1s") Duration look, @DefaultValue("200") int most,
		@DefaultValue("500") int slots) {
}
