package org.gongyu.inventory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.gongyu.platform.RedisConnections;
import org.gongyu.platform.RedisScript;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ResourceLoader;

/**
 * The image of the slots in Redis: one method a script. Every key of a slot carries the
 * hash tag {@code {slot}}, so a slot lies on one shard.
 */
class SeatImage {

	private final RedisScript hold;

	private final RedisScript claim;

	private final RedisScript unclaim;

	private final RedisScript release;

	private final RedisScript settle;

	private final RedisScript load;

	private final RedisScript touch;

	private final RedisScript peek;

	private final RedisScript standing;

	private final RedisScript recount;

	private final RedisScript shut;

	private final InventoryProperties properties;

	private final LongSupplier offset;

	/**
	 * @param offset milliseconds added to Redis' own clock: 0, but for tests that move
	 * time
	 */
	SeatImage(RedisConnections connections, ResourceLoader resources, InventoryProperties properties,
			LongSupplier offset) {
		this.properties = properties;
		this.offset = offset;
		ScriptFolder folder = name -> new RedisScript(connections,
				resources.getResource(properties.scripts() + "image.lua"),
				resources.getResource(properties.scripts() + name + ".lua"));
		this.hold = folder.script("hold");
		this.claim = folder.script("claim");
		this.unclaim = folder.script("unclaim");
		this.release = folder.script("release");
		this.settle = folder.script("settle");
		this.load = folder.script("load");
		this.touch = folder.script("touch");
		this.peek = folder.script("peek");
		this.standing = folder.script("standing");
		this.recount = folder.script("recount");
		this.shut = folder.script("shut");
	}

	Mono<Reply> hold(SeatHold hold, HoldKind kind) {
		boolean promised = kind == HoldKind.OFFER || kind == HoldKind.DESK;
		Duration life = promised ? this.properties.claimWindow() : this.properties.hold();
		return run(this.hold, hold.slot(), hold.id().toString(), hold.pool().name(), String.valueOf(hold.seats()),
				hold.party().toString(), String.valueOf(life.toMillis()), kind.name());
	}

	Mono<Reply> claim(SeatHold hold, Instant deadline) {
		return run(this.claim, hold.slot(), hold.id().toString(), hold.pool().name(), String.valueOf(hold.seats()),
				hold.party().toString(), String.valueOf(deadline.toEpochMilli()),
				String.valueOf(this.properties.claimWindow().toMillis()),
				String.valueOf(this.properties.grace().toMillis()));
	}

	Mono<Reply> unclaim(UUID slot, UUID hold) {
		return run(this.unclaim, slot, hold.toString());
	}

	/**
	 * @param silently whether the same id may be held again
	 */
	Mono<Reply> release(UUID slot, UUID hold, boolean silently) {
		return run(this.release, slot, hold.toString(), silently ? "1" : "0");
	}

	Mono<Reply> settle(UUID slot, String numbers) {
		return run(this.settle, slot, numbers);
	}

	/**
	 * @param finished further finished holds, as a JSON array
	 */
	Mono<Reply> load(UUID slot, String numbers, long since, String finished) {
		return run(this.load, slot, numbers, String.valueOf(since), finished);
	}

	Mono<Reply> touch(UUID slot) {
		return run(this.touch, slot);
	}

	Mono<Reply> peek(UUID slot, UUID hold) {
		return run(this.peek, slot, hold.toString());
	}

	/**
	 * @param holds how many may be told at most
	 */
	Mono<Reply> standing(UUID slot, int holds) {
		return run(this.standing, slot, String.valueOf(holds));
	}

	/**
	 * @param numbers the ledger's, with every party
	 */
	Mono<Reply> recount(UUID slot, String numbers) {
		return run(this.recount, slot, numbers);
	}

	Mono<Reply> shut(UUID slot, Duration time) {
		return run(this.shut, slot, String.valueOf(time.toMillis()));
	}

	/**
	 * The key of a slot's numbers, which is also the channel on which its revisions are
	 * published.
	 */
	static String channel(UUID slot) {
		return "{" + slot + "}:image";
	}

	private Mono<Reply> run(RedisScript script, UUID slot, String... args) {
		byte[][] values = new byte[args.length + 1][];
		values[0] = bytes(String.valueOf(this.offset.getAsLong()));
		for (int i = 0; i < args.length; i++) {
			values[i + 1] = bytes(args[i]);
		}
		return script.run(keys(slot), values).map(Reply::of);
	}

	private static byte[][] keys(UUID slot) {
		String tag = "{" + slot + "}";
		return new byte[][] { bytes(channel(slot)), bytes(tag + ":holds"), bytes(tag + ":due"),
				bytes(tag + ":parties") };
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private interface ScriptFolder {

		RedisScript script(String name);

	}

}
