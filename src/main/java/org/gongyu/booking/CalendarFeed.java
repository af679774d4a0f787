package org.gongyu.booking;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.gongyu.activity.Slots;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Signer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * A household's bookings as a calendar that programs fetch by themselves (RFC 5545). Its
 * address is its key; it says where and when, and not who.
 */
@Component
class CalendarFeed {

	private static final Duration REMEMBERED = Duration.ofDays(90);

	private static final int MOST = 500;

	private static final int DATA = 20;

	private static final int SIGNATURE = 16;

	private final FeedRows rows;

	private final BookingRows bookings;

	private final Slots slots;

	private final Clock clock;

	private final Signer signer;

	CalendarFeed(FeedRows rows, BookingRows bookings, Slots slots, Clock clock, HubProperties hub) {
		this.rows = rows;
		this.bookings = bookings;
		this.slots = slots;
		this.clock = clock;
		this.signer = hub.signer("calendar-feed");
	}

	/**
	 * The path of a household's feed.
	 */
	Mono<String> path(UUID household) {
		return this.rows.generation(household).map(generation -> {
			byte[] data = data(household, generation);
			byte[] sealed = ByteBuffer.allocate(DATA + SIGNATURE)
				.put(data)
				.put(this.signer.sign(data, SIGNATURE))
				.array();
			return "/calendar/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed) + ".ics";
		});
	}

	/**
	 * Ends the address that the feed has, and gives it another.
	 */
	Mono<Void> renew(UUID household) {
		return this.rows.renew(household);
	}

	/**
	 * The calendar behind an address; refused when the address is none of ours or was
	 * renewed.
	 * @param name the last part of the path, with its ending
	 */
	Mono<Outcome<String>> find(String name) {
		byte[] sealed = decoded(name.endsWith(".ics") ? name.substring(0, name.length() - 4) : name);
		byte[] data = Arrays.copyOf(sealed, DATA);
		if (sealed.length != DATA + SIGNATURE
				|| !this.signer.verifies(data, Arrays.copyOfRange(sealed, DATA, sealed.length))) {
			return Mono.just(Outcome.refused(new BookingRefusal.NoSuchBooking()));
		}
		ByteBuffer read = ByteBuffer.wrap(data);
		UUID household = new UUID(read.getLong(), read.getLong());
		int generation = read.getInt();
		return this.rows.generation(household)
			.filter(current -> current == generation)
			.flatMap(current -> calendar(household))
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(new BookingRefusal.NoSuchBooking()));
	}

	private Mono<String> calendar(UUID household) {
		return this.bookings.ofHousehold(household, this.clock.instant().minus(REMEMBERED), null, MOST)
			.flatMapSequential(
					booking -> this.slots.offer(booking.slot()).map(offer -> CalendarFile.event(booking, offer, "")))
			.collectList()
			.publishOn(Schedulers.boundedElastic())
			.map(CalendarFile::of);
	}

	private static byte[] data(UUID household, int generation) {
		return ByteBuffer.allocate(DATA)
			.putLong(household.getMostSignificantBits())
			.putLong(household.getLeastSignificantBits())
			.putInt(generation)
			.array();
	}

	private static byte[] decoded(String text) {
		try {
			return Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
