package org.gongyu.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.stereotype.Component;

/**
 * Who sends a request, by its access token. A token is verified once and then known until
 * it expires: it says the same each time, and nothing that is stored could change it.
 */
@Component
class KnownTokens implements ReactiveAuthenticationManager {

	private record Known(Authentication who, Instant until) {
	}

	private final JwtReactiveAuthenticationManager verifier;

	private final Cache<String, Known> known;

	private final Clock clock;

	KnownTokens(Tokens tokens, AccountProperties properties, Clock clock) {
		this.clock = clock;
		this.known = Caffeine.newBuilder()
			.maximumSize(properties.knownTokens())
			.expireAfterAccess(properties.accessToken())
			.executor(Runnable::run)
			.build();
		this.verifier = new JwtReactiveAuthenticationManager(tokens.decoder());
		this.verifier.setJwtAuthenticationConverter(token -> Mono.fromSupplier(() -> note(token)));
	}

	@Override
	public Mono<Authentication> authenticate(Authentication token) {
		if (token instanceof BearerTokenAuthenticationToken bearer) {
			Known before = this.known.getIfPresent(bearer.getToken());
			if (before != null && this.clock.instant().isBefore(before.until())) {
				return Mono.just(before.who());
			}
		}
		return this.verifier.authenticate(token);
	}

	private SignedInAuthentication note(Jwt token) {
		SignedInAuthentication who = new SignedInAuthentication(Tokens.read(token));
		this.known.put(token.getTokenValue(), new Known(who, Objects.requireNonNull(token.getExpiresAt())));
		return who;
	}

}
