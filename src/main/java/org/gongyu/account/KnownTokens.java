package org.gongyu.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
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
			Authentication before = before(bearer.getToken());
			if (before != null) {
				return Mono.just(before);
			}
		}
		return this.verifier.authenticate(token);
	}

	/**
	 * Who sends a token that was verified before; null when it was not, or is over.
	 */
	@Nullable SignedIn who(String token) {
		Authentication before = before(token);
		return (before != null) ? (SignedIn) before.getPrincipal() : null;
	}

	/**
	 * The access token in a request's headers (RFC 6750 §2.1).
	 */
	static @Nullable String bearer(HttpHeaders headers) {
		String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
		return (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) ? header.substring(7).strip() : null;
	}

	private @Nullable Authentication before(String token) {
		Known before = this.known.getIfPresent(token);
		return (before != null && this.clock.instant().isBefore(before.until())) ? before.who() : null;
	}

	private SignedInAuthentication note(Jwt token) {
		SignedInAuthentication who = new SignedInAuthentication(Tokens.read(token));
		this.known.put(token.getTokenValue(), new Known(who, Objects.requireNonNull(token.getExpiresAt())));
		return who;
	}

}
