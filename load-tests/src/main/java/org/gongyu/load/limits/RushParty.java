package org.gongyu.load.limits;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A party of a release: it asks for a seat and books what it is given. What it asked and
 * was told is noted for the history checker, a line a request.
 */
final class RushParty implements Step {

	private static final String AGAIN = "\"againMillis\":";

	private final Household who;

	private final String slot;

	private final String key;

	private final Consumer<String> history;

	private @Nullable String hold;

	private @Nullable String turn;

	private long invoked;

	private long answeredAt;

	private long askAt = System.nanoTime();

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
			HoldStep.inTurn(this.who, this.slot, this.key, this.turn).write(to);
		}
		else {
			new ConfirmStep(this.who, this.hold).write(to);
		}
	}

	/**
	 * Whether it knows what became of it; else it asks again, with the same key.
	 */
	boolean isAnswered() {
		return this.answeredAt != 0;
	}

	@Override
	public @Nullable Step answered(int status, ByteBuf body) {
		String json = body.toString(StandardCharsets.UTF_8);
		if (this.hold != null) {
			note("CONFIRM", this.hold, status, json, 0);
			return ended(status);
		}
		if (status != 201) {
			note("HOLD", this.key, status, json, 0);
			return (status == 429) ? inLine(json) : ended(status);
		}
		long deadline = OffsetDateTime.parse(value(json, "expiresAt")).toInstant().toEpochMilli();
		note("HOLD", this.key, status, json, deadline);
		this.hold = value(json, "id");
		return this;
	}

	private @Nullable Step ended(int status) {
		if (status != 0 && status < 500) {
			this.answeredAt = System.nanoTime();
		}
		return null;
	}

	/** Whose turn has come goes on at once, others ask again when they are told to. */
	private @Nullable Step inLine(String json) {
		if (json.contains("\"turn\":")) {
			this.turn = value(json, "turn");
			return this;
		}
		int again = json.indexOf(AGAIN);
		if (again > 0) {
			String millis = json.substring(again + AGAIN.length()).split("\\D", 2)[0];
			this.askAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(millis));
		}
		return null;
	}

	/**
	 * Whether it is time to ask again.
	 */
	boolean isDue(long now) {
		return !isAnswered() && now - this.askAt >= 0;
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
