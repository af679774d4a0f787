package org.gongyu.inventory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What a script of the image answered: a code and its values. The codes stand at the head
 * of each script.
 */
record Reply(String code, List<Object> values) {

	static Reply of(List<Object> raw) {
		return new Reply(text(raw.get(0)), raw.subList(1, raw.size()));
	}

	boolean is(String other) {
		return this.code.equals(other);
	}

	String text(int index) {
		return text(this.values.get(index));
	}

	long number(int index) {
		Object value = this.values.get(index);
		return (value instanceof Long number) ? number : Long.parseLong(text(value));
	}

	Instant time(int index) {
		return Instant.ofEpochMilli(number(index));
	}

	private static String text(Object value) {
		return new String((byte[]) value, StandardCharsets.UTF_8);
	}

}
