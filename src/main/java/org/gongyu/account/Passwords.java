package org.gongyu.account;

import java.util.concurrent.RejectedExecutionException;

import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords (Argon2id) on threads of its own, so that no event loop
 * ever waits for one. When its queue is full it refuses with BUSY instead of making
 * everybody wait.
 */
@Component
class Passwords implements DisposableBean {

	private static final int SHORTEST = 8;

	private static final int LONGEST = 128;

	private final Argon2PasswordEncoder encoder;

	private final PasswordStrength strength;

	private final Scheduler scheduler;

	private final String nobody;

	Passwords(AccountProperties properties, PasswordStrength strength) {
		this.strength = strength;
		AccountProperties.Hashing hashing = properties.hashing();
		this.encoder = new Argon2PasswordEncoder(16, 32, 1, hashing.memoryKib(), hashing.iterations());
		this.scheduler = Schedulers.newBoundedElastic(hashing.threadsOrCores(), hashing.queue(), "password");
		this.nobody = this.encoder.encode("nobody");
	}

	/**
	 * The hash of a new password; refused when it would soon be guessed.
	 * @param own words that anybody would try first for this person
	 */
	Mono<Outcome<String>> hash(String password, String... own) {
		if (password.length() < SHORTEST || password.length() > LONGEST) {
			return Mono.just(Outcome.refused(AccountRefusal.WEAK_PASSWORD));
		}
		return run(Mono.fromCallable(() -> this.strength.isWeak(password, own)
				? Outcome.refused(AccountRefusal.WEAK_PASSWORD) : Outcome.done(this.encoder.encode(password))));
	}

	Mono<Outcome<Boolean>> matches(String password, String hash) {
		return run(Mono.fromCallable(() -> Outcome.done(this.encoder.matches(password, hash))));
	}

	/**
	 * Takes as long as a check does and never matches: for logins that do not exist.
	 */
	Mono<Outcome<Boolean>> matchesNobody(String password) {
		return matches(password, this.nobody).map(outcome -> outcome.map(matched -> false));
	}

	private <T> Mono<Outcome<T>> run(Mono<Outcome<T>> hashing) {
		return hashing.subscribeOn(this.scheduler)
			.onErrorResume(RejectedExecutionException.class, full -> Mono.just(Outcome.refused(AccountRefusal.BUSY)));
	}

	@Override
	public void destroy() {
		this.scheduler.dispose();
	}

}
