package org.gongyu.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
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
 * without I/O. Each hub secret has a key of its own, which a token names ({@code kid});
 * the newest signs, the others verify until they are taken out of the settings.
 */
@Component
class Tokens {

	private static final String NAME = "name";

	private static final String ALIAS = "alias";

	private static final String HOUSEHOLD = "hh";

	private static final String ORGANIZATION = "org";

	private static final String ORGANIZATION_NAME = "at";

	private static final String ROLES = "roles";

	private final NimbusJwtEncoder encoder;

	private final JwsHeader header;

	/** By the first part of a token, which all tokens under one key have in common. */
	private final Map<String, ReactiveJwtDecoder> decoders = new LinkedHashMap<>();

	private final AccountProperties properties;

	private final Clock clock;

	Tokens(HubProperties hub, AccountProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
		Signer signer = hub.signer("access-token");
		List<byte[]> keys = signer.all(new byte[0], 32);
		List<byte[]> names = signer.all("kid".getBytes(StandardCharsets.UTF_8), 6);
		String newest = name(names.get(0));
		this.encoder = encoder(keys.get(0), newest);
		this.header = header(newest);
		for (int i = 0; i < keys.size(); i++) {
			this.decoders.put(beginning(keys.get(i), name(names.get(i))), decoder(keys.get(i)));
		}
	}

	String issue(SignedIn who) {
		Instant now = this.clock.instant();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.subject(who.account().toString())
			.issuedAt(now)
			.expiresAt(now.plus(this.properties.accessToken()))
			.claim(NAME, who.name())
			.claim(ALIAS, who.alias().toString())
			.claim(ROLES, who.roles().stream().map(Role::name).sorted().toList());
		if (who.household() != null) {
			claims.claim(HOUSEHOLD, who.household().toString());
		}
		if (who.organization() != null) {
			claims.claim(ORGANIZATION, who.organization().toString());
			claims.claim(ORGANIZATION_NAME, Objects.requireNonNullElse(who.organizationName(), ""));
		}
		return this.encoder.encode(JwtEncoderParameters.from(this.header, claims.build())).getTokenValue();
	}

	/**
	 * Checks signature and time of a token; a token under a key that the hub does not
	 * have, or under another algorithm, is a {@link BadJwtException}.
	 */
	ReactiveJwtDecoder decoder() {
		return token -> {
			ReactiveJwtDecoder known = this.decoders.get(token.substring(0, Math.max(0, token.indexOf('.'))));
			return (known != null) ? known.decode(token) : Mono.error(() -> new BadJwtException("No such key"));
		};
	}

	static SignedIn read(Jwt token) {
		List<String> roles = token.getClaimAsStringList(ROLES);
		return new SignedIn(UUID.fromString(token.getSubject()),
				Objects.requireNonNullElse(token.getClaimAsString(NAME), ""),
				UUID.fromString(token.getClaimAsString(ALIAS)), id(token.getClaimAsString(HOUSEHOLD)),
				id(token.getClaimAsString(ORGANIZATION)), token.getClaimAsString(ORGANIZATION_NAME),
				(roles != null) ? roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()) : Set.of());
	}

	private static String name(byte[] name) {
		return HexFormat.of().formatHex(name);
	}

	private static JwsHeader header(String key) {
		return JwsHeader.with(MacAlgorithm.HS256).keyId(key).build();
	}

	private static NimbusJwtEncoder encoder(byte[] key, String name) {
		JWK jwk = new OctetSequenceKey.Builder(key).keyID(name).algorithm(JWSAlgorithm.HS256).build();
		return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(jwk)));
	}

	private static ReactiveJwtDecoder decoder(byte[] key) {
		return NimbusReactiveJwtDecoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256"))
			.macAlgorithm(MacAlgorithm.HS256)
			.build();
	}

	private static String beginning(byte[] key, String name) {
		JwtClaimsSet claims = JwtClaimsSet.builder().subject("").build();
		String sample = encoder(key, name).encode(JwtEncoderParameters.from(header(name), claims)).getTokenValue();
		return sample.substring(0, sample.indexOf('.'));
	}

	private static @Nullable UUID id(@Nullable String text) {
		return (text != null) ? UUID.fromString(text) : null;
	}

}
