package org.gongyu.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongyu.platform.HubProperties;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Public holidays, as the hub's operators have brought them in.
 */
@Component
public class Holidays {

	private static final int DAYS_KNOWN = 400;

	private final HolidayRows rows;

	private final TransactionalOperator transaction;

	private final Clock clock;

	private final HubProperties hub;

	private final AsyncCache<LocalDate, Almanac> almanacs;

	Holidays(HolidayRows rows, TransactionalOperator transaction, Clock clock, HubProperties hub) {
		this.rows = rows;
		this.transaction = transaction;
		this.clock = clock;
		this.hub = hub;
		this.almanacs = Caffeine.newBuilder()
			.maximumSize(2)
			.expireAfterWrite(Duration.ofMinutes(1))
			.executor(Runnable::run)
			.buildAsync();
	}

	/**
	 * The days from today on, in the hub's zone, and the week before. On other nodes a
	 * new notice shows after a minute.
	 */
	public Mono<Almanac> almanac() {
		LocalDate today = LocalDate.now(this.clock.withZone(this.hub.zone()));
		return Mono.fromFuture(() -> this.almanacs.get(today, (day, executor) -> read(day).toFuture()), true);
	}

	private Mono<Almanac> read(LocalDate today) {
		return this.rows.between(today.minusDays(7), today.plusDays(DAYS_KNOWN))
			.collectList()
			.map(known -> new Almanac(today, known));
	}

	/**
	 * What a year's notice says, by day; empty for one that is not known.
	 */
	Mono<List<Holiday>> notice(int year) {
		return this.rows.ofNotice(year).collectList();
	}

	/**
	 * The years whose notices are known, the newest first.
	 */
	Mono<List<Integer>> years() {
		return this.rows.years().collectList();
	}

	/**
	 * Puts a year's notice in the place of what was known of it. A repeat changes
	 * nothing.
	 */
	Mono<List<Holiday>> publish(HolidayNotice notice) {
		int year = notice.year();
		List<Holiday> holidays = notice.holidays();
		return this.transaction.transactional(this.rows.forget(year).then(this.rows.add(year, holidays)))
			.doOnSuccess(done -> this.almanacs.synchronous().invalidateAll())
			.then(Mono.defer(() -> notice(year)));
	}

}
