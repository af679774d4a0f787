package org.gongyu.admission;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongyu.platform.RedisConnections;
import org.gongyu.platform.RedisScript;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The counters of each slot's line in Redis, under the slot's hash tag. What a caller has
 * seen goes along each time: counters that were lost begin where they were.
 */
@Component
class LineScripts {

	/**
	 * A place that was given.
	 *
	 * @param workBits how much work was asked for
	 */
	record Joined(long number, int workBits, Instant at, LineCounts counts) {
	}

	private final RedisScript join;

	private final RedisScript serve;

	private final AdmissionProperties properties;

	LineScripts(RedisConnections connections, AdmissionProperties properties) {
		ClassPathResource line = new ClassPathResource("lua/admission/line.lua");
		this.join = new RedisScript(connections, line, new ClassPathResource("lua/admission/join.lua"));
		this.serve = new RedisScript(connections, line, new ClassPathResource("lua/admission/serve.lua"));
		this.properties = properties;
	}

	/**
	 * Gives a household a place at the end of the line; the one that it has while its
	 * turn is not over.
	 */
	Mono<Joined> join(UUID slot, UUID household, LineCounts seen) {
		byte[][] keys = { key(slot), bytes("{" + slot + "}:line:" + household) };
		return this.join.run(keys, seen(seen, this.properties.workAbove(), this.properties.workBits()))
			.map(reply -> new Joined(number(reply, 3), (int) number(reply, 4), Instant.ofEpochMilli(number(reply, 5)),
					counts(reply)));
	}

	/**
	 * Moves the line on by as many turns as the time since the last call is worth; ends
	 * it where no seats are left.
	 */
	Mono<LineCounts> serve(UUID slot, LineCounts seen, Line.Seats seats) {
		byte[][] keys = { key(slot) };
		byte[][] args = seen(seen, seats.kept() ? 0 : this.properties.turns(seats.left()),
				this.properties.turn().toMillis(), (seats.left() == 0) ? 1 : 0);
		return this.serve.run(keys, args).map(LineScripts::counts);
	}

	private byte[][] seen(LineCounts seen, long... further) {
		byte[][] args = new byte[4 + further.length][];
		args[0] = bytes(seen.last());
		args[1] = bytes(seen.served());
		args[2] = bytes(seen.past());
		args[3] = bytes(this.properties.remembered().toMillis());
		for (int i = 0; i < further.length; i++) {
			args[4 + i] = bytes(further[i]);
		}
		return args;
	}

	private static LineCounts counts(List<Object> reply) {
		return new LineCounts(number(reply, 0), number(reply, 1), number(reply, 2));
	}

	private static long number(List<Object> reply, int at) {
		return (Long) reply.get(at);
	}

	private static byte[] key(UUID slot) {
		return bytes("{" + slot + "}:line");
	}

	private static byte[] bytes(long number) {
		return bytes(String.valueOf(number));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
