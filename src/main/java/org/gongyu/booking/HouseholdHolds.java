package org.gongyu.booking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Limits;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RedisConnections;
import org.gongyu.platform.RedisScript;
import org.gongyu.platform.TooFast;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The live holds of each household, what it may hold, and the requests that its
 * guardians' idempotency keys stand for, in Redis under the household's hash tag. A
 * family does not get more by having more accounts.
 */
@Component
class HouseholdHolds {

	private final RedisScript register;

	private final RedisScript booked;

	private final RedisScript live;

	private final BookingProperties properties;

	private final Limits.Limit asked;

	private final Limits.Limit unused;

	HouseholdHolds(RedisConnections connections, BookingProperties properties, Limits limits) {
		this.asked = limits.of("hold-by-household");
		this.unused = limits.of("unused-holds-by-household");
		this.booked = new RedisScript(connections, new ClassPathResource("lua/booking/booked.lua"));
		this.register = new RedisScript(connections, new ClassPathResource("lua/booking/register.lua"));
		this.live = new RedisScript(connections, new ClassPathResource("lua/booking/live.lua"));
		this.properties = properties;
	}

	/**
	 * Notes a granted hold. Refused when the household has too many, asked too often,
	 * left too many unbooked, or when the account's key stands for another request.
	 */
	Mono<Outcome<String>> register(UUID household, UUID account, String key, String bodyDigest, String capsule,
			Instant deadline) {
		byte[][] keys = { holds(household), bytes("{" + household + "}:key:" + account + ":" + key), pace(household) };
		return this.register
			.run(keys, bytes(capsule), bytes(deadline.toEpochMilli()), bytes(this.properties.liveHolds()),
					bytes(bodyDigest), bytes(this.properties.idempotency().toMillis()), bytes(this.asked.each()),
					bytes(this.asked.acts()), bytes(this.unused.each()), bytes(this.unused.acts()))
			.map(reply -> outcome(reply, capsule));
	}

	/**
	 * Strikes a hold that became a booking.
	 */
	Mono<Void> booked(UUID household, String capsule) {
		return this.booked
			.run(new byte[][] { holds(household), pace(household) }, bytes(capsule), bytes(this.unused.each()))
			.then();
	}

	/**
	 * The capsules of the household's live holds, the next to expire first.
	 */
	Mono<List<String>> live(UUID household) {
		return forget(household, "");
	}

	/**
	 * Strikes a hold that is over; answers what is left.
	 */
	Mono<List<String>> forget(UUID household, String capsule) {
		return this.live.run(new byte[][] { holds(household) }, bytes(capsule))
			.map(reply -> reply.stream().map(HouseholdHolds::text).toList());
	}

	private Outcome<String> outcome(List<Object> reply, String capsule) {
		return switch (text(reply.get(0))) {
			case "OK" -> Outcome.done(capsule);
			case "TOO_MANY" -> Outcome.refused(new BookingRefusal.TooManyHolds(this.properties.liveHolds()));
			case "TOO_FAST" -> Outcome.refused(new TooFast(seconds(reply)));
			case "UNUSED" -> Outcome.refused(new BookingRefusal.HoldsUnused(seconds(reply)));
			case "OTHER_BODY" -> Outcome.refused(new BookingRefusal.KeyReused());
			default -> Outcome.refused(new SeatRefusal.HoldExpired());
		};
	}

	private static int seconds(List<Object> reply) {
		return (int) (Long.parseLong(text(reply.get(1))) / 1000) + 1;
	}

	private static byte[] holds(UUID household) {
		return bytes("{" + household + "}:holds");
	}

	private static byte[] pace(UUID household) {
		return bytes("{" + household + "}:pace");
	}

	private static byte[] bytes(long number) {
		return bytes(String.valueOf(number));
	}

	private static String text(Object value) {
		return new String((byte[]) value, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
