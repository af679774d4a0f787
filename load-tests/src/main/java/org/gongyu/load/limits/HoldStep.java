package org.gongyu.load.limits;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A party that asks for one PUBLIC seat.
 *
 * @param key its idempotency key
 * @param turn what its place in line came to
 * @param then what it does with the hold that it was given
 */
record HoldStep(Household who, String slot, String key, @Nullable String turn,
		Function<String, @Nullable Step> then) implements Step {

	private static final String ID = "\"id\":\"";

	/**
	 * A party that leaves it at that.
	 */
	static HoldStep only(Household who, String slot, String key) {
		return inTurn(who, slot, key, null);
	}

	/**
	 * A party that has stood in line.
	 */
	static HoldStep inTurn(Household who, String slot, String key, @Nullable String turn) {
		return new HoldStep(who, slot, key, turn, hold -> null);
	}

	/**
	 * A party that goes on with its hold.
	 */
	static HoldStep then(Household who, String slot, String key, Function<String, @Nullable Step> then) {
		return new HoldStep(who, slot, key, null, then);
	}

	@Override
	public void write(ByteBuf to) {
		this.who.post(to, "/api/v1/holds", this.key,
				"{\"items\":[{\"slotId\":\"" + this.slot + "\",\"pool\":\"PUBLIC\",\"seats\":1}]"
						+ ((this.turn != null) ? ",\"turn\":\"" + this.turn + "\"}" : "}"));
	}

	@Override
	public @Nullable Step answered(int status, ByteBuf body) {
		return (status == 201) ? this.then.apply(id(body.toString(StandardCharsets.US_ASCII))) : null;
	}

	/**
	 * The id in an answer.
	 */
	static String id(String json) {
		int from = json.indexOf(ID) + ID.length();
		return json.substring(from, json.indexOf('"', from));
	}

}
