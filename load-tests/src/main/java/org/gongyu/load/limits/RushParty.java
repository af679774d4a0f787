package org.gongyu.load.limits;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A party of a release: it asks for a seat and books what it is given. What it asked and
 * was told is noted for the history checker, a line a request.
 */
final class RushParty implements Step {

	private final Household who;

	private final String slot;

	private final String key;

	private final Consumer<String> history;

	private @Nullable String hold;

	private long invoked;

	RushParty(Household who, String slot, String key, Consumer<String> history) {
		this.who = who;
		this.slot = slot;
		this.key = key;
		this.history = history;
	}

	@Override
	public void write(ByteBuf to) {
		this.invoked = System.nanoTime();
		if (this.hold == null) {
			HoldStep.only(this.who, this.slot, this.key).write(to);
		}
		else {
			new ConfirmStep(this.who, this.hold).write(to);
		}
	}

	@Override
	public @Nullable Step answered(int status, ByteBuf body) {
		String json = body.toString(StandardCharsets.UTF_8);
		if (this.hold != null) {
			note("CONFIRM", this.hold, status, json, 0);
			return null;
		}
		if (status != 201) {
			note("HOLD", this.key, status, json, 0);
			return null;
		}
		long deadline = OffsetDateTime.parse(value(json, "expiresAt")).toInstant().toEpochMilli();
		note("HOLD", this.key, status, json, deadline);
		this.hold = value(json, "id");
		return this;
	}

	private void note(String kind, String subject, int status, String json, long deadline) {
		boolean done = status == 201 || status == 200;
		String result = done ? "OK" : (status == 0 || status >= 500) ? "UNKNOWN" : "REFUSED";
		String code = (!done && status != 0) ? value(json, "code") : "-";
		this.history.accept(String.join(" ", this.who.id(), kind, subject, String.valueOf(this.invoked),
				String.valueOf(System.nanoTime()), result, done ? value(json, "id") : "-", code,
				String.valueOf(deadline)));
	}

	private static String value(String json, String name) {
		int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
		return json.substring(from, json.indexOf('"', from));
	}

}
