package org.gongyu.load.limits;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;

/**
 * A family with its access token, and its requests.
 *
 * @param id the household
 * @param headers what each of its requests carries, from the host on
 */
record Household(String id, byte[] headers) {

	/** {@code id token} */
	static Household of(String line) {
		int space = line.indexOf(' ');
		return new Household(line.substring(0, space), ("""
				 HTTP/1.1\r
				Host: 127.0.0.1\r
				Accept: application/json\r
				Content-Type: application/json\r
				Authorization: Bearer %s\r
				""".formatted(line.substring(space + 1))).getBytes(StandardCharsets.US_ASCII));
	}

	void post(ByteBuf to, String path, String key, String json) {
		to.writeCharSequence("POST ", StandardCharsets.US_ASCII);
		to.writeCharSequence(path, StandardCharsets.US_ASCII);
		to.writeBytes(this.headers);
		to.writeCharSequence("Idempotency-Key: ", StandardCharsets.US_ASCII);
		to.writeCharSequence(key, StandardCharsets.US_ASCII);
		to.writeCharSequence("\r\nContent-Length: ", StandardCharsets.US_ASCII);
		to.writeCharSequence(Integer.toString(json.length()), StandardCharsets.US_ASCII);
		to.writeCharSequence("\r\n\r\n", StandardCharsets.US_ASCII);
		to.writeCharSequence(json, StandardCharsets.US_ASCII);
	}

	void get(ByteBuf to, String path) {
		to.writeCharSequence("GET ", StandardCharsets.US_ASCII);
		to.writeCharSequence(path, StandardCharsets.US_ASCII);
		to.writeBytes(this.headers);
		to.writeCharSequence("\r\n", StandardCharsets.US_ASCII);
	}

}
