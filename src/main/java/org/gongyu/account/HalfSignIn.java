package org.gongyu.account;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Remembers in a browser, for a few minutes and under a signature, whose second factor is
 * still asked for after another provider has proved who it is.
 */
@Component
class HalfSignIn {

	private static final String COOKIE = "gongyu_half";

	private static final Duration LIFE = Duration.ofMinutes(5);

	private static final int DATA = 24;

	private static final int SIGNATURE = 32;

	private final Signer signer;

	private final Clock clock;

	private final TokenCookies cookies;

	HalfSignIn(HubProperties hub, Clock clock, TokenCookies cookies) {
		this.signer = hub.signer("half-sign-in");
		this.clock = clock;
		this.cookies = cookies;
	}

	void set(ServerWebExchange exchange, UUID account) {
		byte[] data = ByteBuffer.allocate(DATA)
			.putLong(account.getMostSignificantBits())
			.putLong(account.getLeastSignificantBits())
			.putLong(this.clock.instant().plus(LIFE).toEpochMilli())
			.array();
		byte[] sealed = ByteBuffer.allocate(DATA + SIGNATURE).put(data).put(this.signer.sign(data, SIGNATURE)).array();
		this.cookies.keep(exchange, COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFE);
	}

	void clear(ServerWebExchange exchange) {
		this.cookies.keep(exchange, COOKIE, "", Duration.ZERO);
	}

	/**
	 * Whose sign-in waits for its second half; null when none does, or no longer.
	 */
	@Nullable UUID account(ServerWebExchange exchange) {
		String kept = this.cookies.kept(exchange, COOKIE);
		byte[] sealed = (kept != null) ? decoded(kept) : new byte[0];
		if (sealed.length != DATA + SIGNATURE) {
			return null;
		}
		byte[] data = Arrays.copyOf(sealed, DATA);
		ByteBuffer read = ByteBuffer.wrap(data);
		UUID account = new UUID(read.getLong(), read.getLong());
		boolean good = this.signer.verifies(data, Arrays.copyOfRange(sealed, DATA, sealed.length))
				&& this.clock.instant().isBefore(Instant.ofEpochMilli(read.getLong()));
		return good ? account : null;
	}

	private static byte[] decoded(String value) {
		try {
			return Base64.getUrlDecoder().decode(value);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
