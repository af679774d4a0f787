package org.gongyu.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.gongyu.platform.HubProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Access tokens: short-lived signed statements of who somebody is (JWT, HS256), checked
 * without I/O.
 */
@Component
class Tokens {

	private static final String NAME = "name";

	private static final String HOUSEHOLD = "hh";

	private static final String ORGANIZATION = "org";

	private static final String ROLES = "roles";

	private final NimbusJwtEncoder encoder;

	private final ReactiveJwtDecoder decoder;

	private final AccountProperties properties;

	private final Clock clock;

	Tokens(HubProperties hub, AccountProperties properties, Clock clock) {
		byte[] key = hub.signer("access-token").sign(new byte[0], 32);
		this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
		this.decoder = NimbusReactiveJwtDecoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256"))
			.macAlgorithm(MacAlgorithm.HS256)
			.build();
		this.properties = properties;
		this.clock = clock;
	}

	String issue(SignedIn who) {
		Instant now = this.clock.instant();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.subject(who.account().toString())
			.issuedAt(now)
			.expiresAt(now.plus(this.properties.accessToken()))
			.claim(NAME, who.name())
			.claim(ROLES, who.roles().stream().map(Role::name).sorted().toList());
		if (who.household() != null) {
			claims.claim(HOUSEHOLD, who.household().toString());
		}
		if (who.organization() != null) {
			claims.claim(ORGANIZATION, who.organization().toString());
		}
		return this.encoder
			.encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims.build()))
			.getTokenValue();
	}

	ReactiveJwtDecoder decoder() {
		return this.decoder;
	}

	static SignedIn read(Jwt token) {
		List<String> roles = token.getClaimAsStringList(ROLES);
		return new SignedIn(UUID.fromString(token.getSubject()),
				Objects.requireNonNullElse(token.getClaimAsString(NAME), ""), id(token.getClaimAsString(HOUSEHOLD)),
				id(token.getClaimAsString(ORGANIZATION)),
				(roles != null) ? roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()) : Set.of());
	}

	private static @Nullable UUID id(@Nullable String text) {
		return (text != null) ? UUID.fromString(text) : null;
	}

}
