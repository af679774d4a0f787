package org.gongyu.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The optional second factor: codes of an authenticator app (TOTP, RFC 6238: SHA-1, six
 * digits, 30 seconds). A code is good for its time step and the one before and after, and
 * once.
 */
@Component
class SecondFactor {

	/**
	 * A fresh secret, for the app.
	 *
	 * @param secret in Base32, to be typed in
	 * @param uri the same as an otpauth address, for a QR code
	 */
	record Enrolment(String secret, String uri) {
	}

	private static final int STEP_SECONDS = 30;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

	private final TotpRows rows;

	private final Audit audit;

	private final RandomSource random;

	private final Clock clock;

	SecondFactor(TotpRows rows, Audit audit, RandomSource random, Clock clock) {
		this.rows = rows;
		this.audit = audit;
		this.random = random;
		this.clock = clock;
	}

	Mono<Boolean> isOn(UUID account) {
		return this.rows.secret(account, true).hasElement();
	}

	/**
	 * Makes a secret that is good once a code of it was typed. Refused when the account
	 * has one already.
	 */
	Mono<Outcome<Enrolment>> begin(SignedIn who, String login) {
		byte[] secret = this.random.bytes(20);
		String text = new Base32().encodeToString(secret).replace("=", "");
		String uri = "otpauth://totp/Gongyu:" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "?secret=" + text
				+ "&issuer=Gongyu";
		return this.rows.begin(who.account(), secret)
			.map(begun -> begun ? Outcome.done(new Enrolment(text, uri))
					: Outcome.refused(AccountRefusal.SECOND_FACTOR_ON));
	}

	/**
	 * Turns the second factor on with the first code of the app.
	 */
	Mono<Outcome<Boolean>> confirm(SignedIn who, String code) {
		return this.audit.changed(who.actor(), AuditAction.SECOND_FACTOR_CHANGED, null,
				this.rows.secret(who.account(), false)
					.flatMap(secret -> used(who.account(), secret, code))
					.defaultIfEmpty(false)
					.map(SecondFactor::outcome));
	}

	/**
	 * Turns it off with a code.
	 */
	Mono<Outcome<Boolean>> turnOff(SignedIn who, String code) {
		return this.audit.changed(who.actor(), AuditAction.SECOND_FACTOR_CHANGED, null, check(who.account(), code)
			.flatMap(outcome -> outcome.then(right -> this.rows.remove(who.account()).thenReturn(Outcome.done(true)))));
	}

	/**
	 * Takes it away from somebody who lost the app, after an operator has made sure who
	 * they are.
	 */
	Mono<Void> remove(UUID account) {
		return this.rows.remove(account);
	}

	/**
	 * Checks the code of a sign-in. An account without a second factor needs none.
	 */
	Mono<Outcome<Boolean>> check(UUID account, @Nullable String code) {
		return this.rows.secret(account, true)
			.flatMap(secret -> (code == null || code.isBlank())
					? Mono.just(Outcome.<Boolean>refused(AccountRefusal.SECOND_FACTOR_NEEDED))
					: used(account, secret, code).map(SecondFactor::outcome))
			.defaultIfEmpty(Outcome.done(true));
	}

	private static Outcome<Boolean> outcome(boolean right) {
		return right ? Outcome.done(true) : Outcome.refused(AccountRefusal.BAD_CODE);
	}

	private Mono<Boolean> used(UUID account, byte[] secret, String code) {
		long now = this.clock.instant().getEpochSecond() / STEP_SECONDS;
		return Flux.just(now - 1, now, now + 1)
			.filter(step -> code(secret, step).equals(code.strip()))
			.next()
			.flatMap(step -> this.rows.use(account, step))
			.defaultIfEmpty(false);
	}

	private String code(byte[] secret, long step) {
		Key key = new SecretKeySpec(secret, this.generator.getAlgorithm());
		try {
			return this.generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP_SECONDS));
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
