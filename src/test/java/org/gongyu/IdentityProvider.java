package org.gongyu;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.oauth2.sdk.TokenRequest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * Another provider of identities (OpenID Connect), on a port of its own: it lets
 * everybody in, as whoever the test says.
 */
public final class IdentityProvider implements AutoCloseable {

	private static final String ISSUER = "county";

	private static final String CLIENT = "gongyu";

	private record Person(String subject, Map<String, Object> claims) {
	}

	private volatile Person person = new Person("nobody", Map.of());

	private final MockOAuth2Server server = new MockOAuth2Server();

	public IdentityProvider() {
		this.server.start();
	}

	/** What a hub must know to send people here, as {@code county}. */
	public List<String> settings() {
		return List.of("gongyu.federation.providers.county.name=云溪统一身份",
				"gongyu.federation.providers.county.issuer=" + issuer(),
				"gongyu.federation.providers.county.client-id=" + CLIENT,
				"gongyu.federation.providers.county.client-secret=0123456789");
	}

	public String issuer() {
		return this.server.issuerUrl(ISSUER).toString();
	}

	/**
	 * Whoever comes from now on is this person; claims may also say what a token must
	 * not.
	 */
	public void next(String subject, Map<String, Object> claims) {
		this.person = new Person(subject, claims);
		// The server uses one up with each token; those left over speak of the newest
		// person, too.
		this.server.enqueueCallback(new Tokens());
	}

	public static String subject() {
		return UUID.randomUUID().toString();
	}

	@Override
	public void close() {
		this.server.shutdown();
	}

	private final class Tokens implements OAuth2TokenCallback {

		@Override
		public String issuerId() {
			return ISSUER;
		}

		@Override
		public String subject(TokenRequest request) {
			return IdentityProvider.this.person.subject();
		}

		@Override
		public String typeHeader(TokenRequest request) {
			return "JWT";
		}

		@Override
		public List<String> audience(TokenRequest request) {
			return List.of(CLIENT);
		}

		@Override
		public Map<String, Object> addClaims(TokenRequest request) {
			return IdentityProvider.this.person.claims();
		}

		@Override
		public long tokenExpiry() {
			return 3600;
		}

	}

}
