package org.gongyu.booking;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.platform.Cursor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code booking} and {@code participant}.
 */
@Component
class BookingRows {

	/**
	 * What a change came to: the booking's state afterwards, and what the image is told
	 * if anything changed.
	 */
	record Change(Booking.State state, @Nullable String numbers) {
	}

	private static final String SELECT = """
			select b.*, (select array_agg(child_id) from participant where booking_id = b.id) as children from booking b
			""";

	private final DatabaseClient database;

	private final Answers answers;

	BookingRows(DatabaseClient database, Answers answers) {
		this.database = database;
		this.answers = answers;
	}

	Mono<Booking> find(UUID id) {
		return this.database.sql(SELECT + "where b.id = :id").bind("id", id).map(this::booking).one();
	}

	Mono<Booking> ofHold(UUID hold) {
		return this.database.sql(SELECT + "where b.hold_id = :hold").bind("hold", hold).map(this::booking).one();
	}

	/**
	 * The bookings of a household by start, one more than the page holds.
	 */
	Flux<Booking> ofHousehold(UUID household, Instant from, @Nullable Cursor after, int size) {
		return this.database.sql(SELECT + """
				where b.household_id = :household and b.starts_at >= :from
				  and (:after::timestamptz is null or (b.starts_at, b.id) > (:after, :id))
				order by b.starts_at, b.id limit :limit""")
			.bind("household", household)
			.bind("from", from)
			.bind("after", Nulls.of((after != null) ? after.at() : null, Instant.class))
			.bind("id", Nulls.of((after != null) ? after.id() : null, UUID.class))
			.bind("limit", size + 1)
			.map(this::booking)
			.all();
	}

	/**
	 * The bookings of a slot, in the order in which they were made.
	 */
	Flux<Booking> ofSlot(UUID slot, int limit) {
		return this.database.sql(SELECT + "where b.slot_id = :slot order by b.created_at, b.id limit :limit")
			.bind("slot", slot)
			.bind("limit", limit)
			.map(this::booking)
			.all();
	}

	/**
	 * The bookings of a slot that stand, in the order in which they were made.
	 */
	Flux<Booking> standing(UUID slot, int limit) {
		return this.database.sql(SELECT + """
				where b.slot_id = :slot and b.state in ('REQUESTED', 'CONFIRMED')
				order by b.created_at, b.id limit :limit""")
			.bind("slot", slot)
			.bind("limit", limit)
			.map(this::booking)
			.all();
	}

	/**
	 * The bookings of an organization's slots that begin between the times.
	 */
	Flux<Booking> ofOrganization(UUID organization, Instant from, Instant to, int limit) {
		return this.database.sql(SELECT + """
				where b.organization_id = :organization and b.starts_at >= :from and b.starts_at < :to
				order by b.starts_at, b.id limit :limit""")
			.bind("organization", organization)
			.bind("from", from)
			.bind("to", to)
			.bind("limit", limit)
			.map(this::booking)
			.all();
	}

	/**
	 * The households' confirmed bookings that begin between the times, by start.
	 */
	Flux<Booking> beginning(Instant from, Instant to, int limit) {
		return this.database
			.sql(SELECT
					+ """
							where b.starts_at >= :from and b.starts_at < :to and b.state = 'CONFIRMED' and b.household_id is not null
							order by b.starts_at, b.id limit :limit""")
			.bind("from", from)
			.bind("to", to)
			.bind("limit", limit)
			.map(this::booking)
			.all();
	}

	/**
	 * Whether one of the children is at another site while the slot takes place, or at
	 * the slot with another booking than the given one.
	 */
	Mono<Boolean> elsewhere(SlotOffer offer, List<UUID> children, @Nullable UUID booking) {
		if (children.isEmpty()) {
			return Mono.just(false);
		}
		return this.database
			.sql("""
					select exists (select 1 from participant
					                where active and child_id = any (:children) and booking_id is distinct from :booking
					                  and (site_id <> :site and during && tstzrange(:starts, :ends) or slot_id = :slot)) as elsewhere""")
			.bind("children", children.toArray(UUID[]::new))
			.bind("booking", Nulls.of(booking, UUID.class))
			.bind("site", offer.venue().site())
			.bind("slot", offer.slot().id())
			.bind("starts", offer.slot().startsAt())
			.bind("ends", offer.slot().endsAt())
			.map(row -> Boolean.TRUE.equals(row.get("elsewhere", Boolean.class)))
			.one();
	}

	/**
	 * @param by PARTY or VENUE
	 * @param until until when a party cancels in time
	 */
	Mono<Change> cancel(UUID booking, String by, Instant until) {
		return this.database.sql("select state, numbers from cancel_booking(:booking, :by, :until)")
			.bind("booking", booking)
			.bind("by", by)
			.bind("until", until)
			.map(BookingRows::change)
			.one();
	}

	Mono<Change> accept(UUID booking) {
		return this.database.sql("select state, numbers from accept_booking(:booking)")
			.bind("booking", booking)
			.map(BookingRows::change)
			.one();
	}

	/**
	 * Checks a confirmed booking in; false when it is not confirmed any more, or in
	 * already.
	 */
	Mono<Boolean> checkIn(UUID booking, UUID by, Instant at) {
		return this.database.sql("""
				update booking set state = 'CHECKED_IN', checked_in_at = :at, checked_in_by = :by
				 where id = :booking and state = 'CONFIRMED'""")
			.bind("at", at)
			.bind("by", by)
			.bind("booking", booking)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/**
	 * @param sealed the answers in Base64, empty for none
	 */
	Mono<Void> answer(UUID booking, String sealed) {
		return this.database
			.sql("update booking set answers_sealed = nullif(decode(:sealed, 'base64'), '') where id = :booking")
			.bind("sealed", sealed)
			.bind("booking", booking)
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static Change change(Readable row) {
		return new Change(Booking.State.valueOf(row.get("state", String.class)), row.get("numbers", String.class));
	}

	private Booking booking(Readable row) {
		UUID[] children = row.get("children", UUID[].class);
		return new Booking(row.get("id", UUID.class), row.get("slot_id", UUID.class),
				row.get("organization_id", UUID.class), row.get("account_id", UUID.class),
				row.get("household_id", UUID.class), Pool.valueOf(row.get("pool", String.class)).shownAs(),
				row.get("seats", Integer.class), row.get("adults", Integer.class),
				Booking.State.valueOf(row.get("state", String.class)),
				"VENUE".equals(row.get("cancelled_by", String.class)), row.get("late", Boolean.class),
				row.get("contact_name", String.class), row.get("contact_phone", String.class),
				(children != null) ? Arrays.asList(children) : List.of(),
				this.answers.open(row.get("party", UUID.class), row.get("answers_sealed", byte[].class)),
				row.get("starts_at", Instant.class), row.get("created_at", Instant.class),
				row.get("checked_in_at", Instant.class), row.get("sequence", Integer.class));
	}

}
