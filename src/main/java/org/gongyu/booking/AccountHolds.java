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
 * The live holds of each account and the requests that its idempotency keys stand for, in
 * Redis under the account's hash tag.
 */
@Component
class AccountHolds {

	/** How often an account may ask for a hold. */
	static final String LIMIT = "hold-by-account";

	private final RedisScript register;

	private final RedisScript booked;

	private final RedisScript live;

	private final BookingProperties properties;

	private final Limits.Limit asked;

	private final Limits.Limit unused;

	AccountHolds(RedisConnections connections, BookingProperties properties, Limits limits) {
		this.asked = limits.of(LIMIT);
		this.unused = limits.of("unused-holds-by-account");
		this.booked = new RedisScript(connections, new ClassPathResource("lua/booking/booked.lua"));
		this.register = new RedisScript(connections, new ClassPathResource("lua/booking/register.lua"));
		this.live = new RedisScript(connections, new ClassPathResource("lua/booking/live.lua"));
		this.properties = properties;
	}

	/**
	 * Notes a granted hold. Refused when the account has too many, asked too often, left
	 * too many unbooked, or when the key stands for another request.
	 */
	Mono<Outcome<String>> register(UUID account, String key, String bodyDigest, String capsule, Instant deadline) {
		byte[][] keys = { holds(account), bytes("{" + account + "}:key:" + key), pace(account) };
		return this.register
			.run(keys, bytes(capsule), bytes(deadline.toEpochMilli()), bytes(this.properties.liveHolds()),
					bytes(bodyDigest), bytes(this.properties.idempotency().toMillis()), bytes(this.asked.each()),
					bytes(this.asked.acts()), bytes(this.unused.each()), bytes(this.unused.acts()))
			.map(reply -> outcome(reply, capsule));
	}

	/**
	 * Strikes a hold that became a booking.
	 */
	Mono<Void> booked(UUID account, String capsule) {
		return this.booked
			.run(new byte[][] { holds(account), pace(account) }, bytes(capsule), bytes(this.unused.each()))
			.then();
	}

	/**
	 * The capsules of the account's live holds, the next to expire first.
	 */
	Mono<List<String>> live(UUID account) {
		return forget(account, "");
	}

	/**
	 * Strikes a hold that is over; answers what is left.
	 */
	Mono<List<String>> forget(UUID account, String capsule) {
		return this.live.run(new byte[][] { holds(account) }, bytes(capsule))
			.map(reply -> reply.stream().map(AccountHolds::text).toList());
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

	private static byte[] holds(UUID account) {
		return bytes("{" + account + "}:holds");
	}

	private static byte[] pace(UUID account) {
		return bytes("{" + account + "}:pace");
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
