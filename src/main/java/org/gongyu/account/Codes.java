package org.gongyu.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import org.gongyu.channel.Channels;
import org.gongyu.channel.Message;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.Signer;
import reactor.core.publisher.Mono;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Codes of six digits that are sent to a login and typed in again: each for a short time,
 * for a few tries, and once.
 */
@Component
class Codes {

	private static final int TRIES = 5;

	private final CodeRows rows;

	private final Channels channels;

	private final MessageSource messages;

	private final RandomSource random;

	private final Clock clock;

	private final AccountProperties properties;

	private final Signer signer;

	Codes(CodeRows rows, Channels channels, MessageSource messages, RandomSource random, Clock clock,
			AccountProperties properties, HubProperties hub) {
		this.rows = rows;
		this.channels = channels;
		this.messages = messages;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
		this.signer = hub.signer("login-code");
	}

	boolean reach(Login login) {
		return this.channels.reach(login.value());
	}

	/**
	 * Sends a fresh code. The one before is good no more.
	 */
	Mono<Void> send(UUID account, Login login, CodePurpose purpose, Locale locale) {
		String code = String.format("%06d", this.random.generator().nextInt(1_000_000));
		long minutes = this.properties.code().toMinutes();
		Message message = new Message(login.value(), text("code.subject", locale),
				text("code." + purpose, locale, code, minutes), null);
		return this.rows
			.put(account, purpose, this.signer.sign(bytes(account, purpose, code), 32),
					this.clock.instant().plus(this.properties.code()))
			.then(Mono.defer(() -> this.channels.send(message)));
	}

	/**
	 * Whether the code is right; then it is used up.
	 */
	Mono<Boolean> redeem(UUID account, CodePurpose purpose, String code) {
		return this.rows.tried(account, purpose, this.clock.instant(), TRIES)
			.filter(signature -> this.signer.verifies(bytes(account, purpose, code.strip()), signature))
			.flatMap(right -> this.rows.use(account, purpose))
			.defaultIfEmpty(false);
	}

	private String text(String key, Locale locale, Object... args) {
		return this.messages.getMessage(key, args, locale);
	}

	private static byte[] bytes(UUID account, CodePurpose purpose, String code) {
		return (purpose + "|" + account + "|" + code).getBytes(StandardCharsets.UTF_8);
	}

}
