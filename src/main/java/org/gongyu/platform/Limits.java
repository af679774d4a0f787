package org.gongyu.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.lettuce.core.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * How often somebody may do something, counted in Redis for all nodes. Each limit is a
 * setting {@code gongyu.limits.<name>}. While Redis is out of reach nothing is counted:
 * what must not be guessed then is refused (strict limits), seats are by their own rules.
 */
@Component
public class Limits {

	private static final Logger log = LoggerFactory.getLogger(Limits.class);

	/**
	 * So many acts in a period, the whole number of them at once if need be.
	 *
	 * @param strict whether nothing is allowed while Redis is out of reach
	 * @param local whether each node counts by itself, without I/O ({@link LocalLimits})
	 */
	public record Limit(int acts, Duration period, @DefaultValue("false") boolean strict,
			@DefaultValue("false") boolean local) {

		private static final Limit NONE = new Limit(0, Duration.ZERO, false, false);

		/**
		 * How many milliseconds one act takes; 0 when there is no limit.
		 */
		public long each() {
			return (this.acts == 0) ? 0 : Math.max(1, this.period.toMillis() / this.acts);
		}

	}

	private static final int UNCOUNTED_SECONDS = 5;

	private final RedisScript script;

	private final Map<String, Limit> limits;

	Limits(RedisConnections connections, HubProperties properties) {
		this.script = new RedisScript(connections, new ClassPathResource("lua/platform/limit.lua"));
		this.limits = properties.limits();
	}

	/**
	 * The limit for who counts by a script of its own; no acts in no time when it is not
	 * configured.
	 */
	public Limit of(String name) {
		return this.limits.getOrDefault(name, Limit.NONE);
	}

	/**
	 * Counts one act.
	 * @param name the limit; one that is not configured limits nothing
	 * @param who whose act it is: an account, a login, an address
	 * @return true, or the refusal that says how long to wait
	 */
	public Mono<Outcome<Boolean>> count(String name, Object who) {
		Limit limit = this.limits.get(name);
		if (limit == null) {
			return Mono.just(Outcome.done(true));
		}
		byte[][] keys = { bytes("limit:" + name + ":{" + who + "}") };
		return this.script.run(keys, bytes(String.valueOf(limit.each())), bytes(String.valueOf(limit.acts())))
			.map(reply -> (reply.size() == 1) ? Outcome.done(true)
					: Outcome.<Boolean>refused(new TooFast(seconds((byte[]) reply.get(1)))))
			.onErrorResume(RedisException.class, down -> {
				log.warn("limit {} is not counted: {}", name, down.toString());
				return Mono.just(limit.strict() ? Outcome.refused(new TooFast(UNCOUNTED_SECONDS)) : Outcome.done(true));
			});
	}

	private static int seconds(byte[] millis) {
		return (int) (Long.parseLong(new String(millis, StandardCharsets.US_ASCII)) / 1000) + 1;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
