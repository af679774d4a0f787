package org.gongyu.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.ZoneId;

import org.gongyu.booking.Bookings;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Jobs;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reminds families in the evening of what they have booked for the next day, and forgets
 * old notices.
 */
@Component
class Reminders {

	private final Bookings bookings;

	private final Notices notices;

	private final NoticeRows rows;

	private final Jobs jobs;

	private final Clock clock;

	private final ZoneId zone;

	private final NoticeProperties properties;

	Reminders(Bookings bookings, Notices notices, NoticeRows rows, Jobs jobs, Clock clock, HubProperties hub,
			NoticeProperties properties) {
		this.bookings = bookings;
		this.notices = notices;
		this.rows = rows;
		this.jobs = jobs;
		this.clock = clock;
		this.zone = hub.zone();
		this.properties = properties;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.jobs.every(this.properties.remind(), "remind", this::remind);
		this.jobs.every(this.properties.remind(), "forget-notices", this::forget);
	}

	/**
	 * Reminds of the next day's bookings, in the evening. Answers how many bookings there
	 * are; who was reminded before is not reminded again.
	 */
	Mono<Long> remind() {
		ZonedDateTime now = this.clock.instant().atZone(this.zone);
		LocalTime time = now.toLocalTime();
		if (time.isBefore(this.properties.remindFrom()) || time.isAfter(this.properties.remindUntil())) {
			return Mono.just(0L);
		}
		LocalDate tomorrow = now.toLocalDate().plusDays(1);
		Instant from = tomorrow.atStartOfDay(this.zone).toInstant();
		Instant to = tomorrow.plusDays(1).atStartOfDay(this.zone).toInstant();
		return this.bookings.beginning(from, to, this.properties.remindAtOnce())
			.collectList()
			.flatMapIterable(due -> due)
			.concatMap(booking -> this.notices.tell(NoticeKind.REMINDER, booking).onErrorComplete().thenReturn(booking))
			.count();
	}

	private Mono<Long> forget() {
		return this.rows.forgetBefore(this.clock.instant().minus(this.properties.keep()));
	}

}
