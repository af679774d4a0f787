package org.gongyu.booking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RedisConnections;
import org.gongyu.platform.RedisScript;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The live holds of each account and the requests that its idempotency keys stand for, in
 * Redis under the account's hash tag.
 */
@Component
class AccountHolds {

	private final RedisScript register;

	private final RedisScript live;

	private final BookingProperties properties;

	AccountHolds(RedisConnections connections, BookingProperties properties) {
		this.register = new RedisScript(connections, new ClassPathResource("lua/booking/register.lua"));
		this.live = new RedisScript(connections, new ClassPathResource("lua/booking/live.lua"));
		this.properties = properties;
	}

	/**
	 * Notes a granted hold. Refused when the account has too many, or the key stands for
	 * another request.
	 */
	Mono<Outcome<String>> register(UUID account, String key, String bodyDigest, String capsule, Instant deadline) {
		byte[][] keys = { bytes("{" + account + "}:holds"), bytes("{" + account + "}:key:" + key) };
		return this.register
			.run(keys, bytes(capsule), bytes(String.valueOf(deadline.toEpochMilli())),
					bytes(String.valueOf(this.properties.liveHolds())), bytes(bodyDigest),
					bytes(String.valueOf(this.properties.idempotency().toMillis())))
			.map(reply -> outcome(text(reply.get(0)), capsule));
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
		return this.live.run(new byte[][] { bytes("{" + account + "}:holds") }, bytes(capsule))
			.map(reply -> reply.stream().map(AccountHolds::text).toList());
	}

	private Outcome<String> outcome(String code, String capsule) {
		return switch (code) {
			case "OK" -> Outcome.done(capsule);
			case "TOO_MANY" -> Outcome.refused(new BookingRefusal.TooManyHolds(this.properties.liveHolds()));
			case "OTHER_BODY" -> Outcome.refused(new BookingRefusal.KeyReused());
			default -> Outcome.refused(new SeatRefusal.HoldExpired());
		};
	}

	private static String text(Object value) {
		return new String((byte[]) value, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
