package org.gongyu.waitlist;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.springframework.stereotype.Component;

/**
 * Until when an offer lasts: some time, but nobody must answer at night, and never so
 * long that the next party could not come any more.
 */
@Component
class OfferTime {

	private final WaitlistProperties properties;

	OfferTime(WaitlistProperties properties) {
		this.properties = properties;
	}

	/**
	 * @param zone where the slot is
	 * @param starts when the slot begins
	 */
	Instant until(Instant now, ZoneId zone, Instant starts) {
		Instant usual = now.plus(this.properties.offer());
		Instant civil = isNight(usual.atZone(zone).toLocalTime()) ? morningAfter(usual.atZone(zone)) : usual;
		Instant last = starts.minus(this.properties.lead());
		return civil.isBefore(last) ? civil : last;
	}

	private boolean isNight(LocalTime time) {
		return !time.isBefore(this.properties.night()) || time.isBefore(this.properties.morning());
	}

	private Instant morningAfter(ZonedDateTime night) {
		boolean evening = !night.toLocalTime().isBefore(this.properties.night());
		return night.plusDays(evening ? 1 : 0).with(this.properties.morning()).toInstant();
	}

}
