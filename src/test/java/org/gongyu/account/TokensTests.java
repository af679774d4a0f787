package org.gongyu.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

import org.gongyu.platform.HubProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What an access token proves, and what is no token of the hub.
 */
class TokensTests {

	private static final String OLD = Base64.getEncoder()
		.encodeToString("an old secret of thirty-two bytes".getBytes());

	private static final String NEW = Base64.getEncoder()
		.encodeToString("the new secret of thirty-two byte".getBytes());

	private static final SignedIn WHO = new SignedIn(UUID.randomUUID(), "林", UUID.randomUUID(), UUID.randomUUID(), null,
			null, Set.of(Role.GUARDIAN));

	private static Tokens tokens(String secret, Instant now) {
		return new Tokens(bound("gongyu", HubProperties.class, "gongyu.secret", secret),
				bound("gongyu.account", AccountProperties.class, "gongyu.account.sign-ins", "20"),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private static <T> T bound(String prefix, Class<T> type, String key, String value) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		source.put(key, value);
		return new Binder(source).bind(prefix, type).get();
	}

	private static SignedIn read(Tokens tokens, String token) {
		return Tokens.read(tokens.decoder().decode(token).block());
	}

	@Test
	void aTokenSaysWhoSomebodyIs() {
		Tokens tokens = tokens(NEW, Instant.now());
		assertThat(read(tokens, tokens.issue(WHO))).isEqualTo(WHO);
	}

	@Test
	void aTokenUnderAnOldSecretIsGoodWhileThatIsKept() {
		String token = tokens(OLD, Instant.now()).issue(WHO);
		assertThat(read(tokens(NEW + "," + OLD, Instant.now()), token)).isEqualTo(WHO);
		refused(tokens(NEW, Instant.now()), token);
	}

	@Test
	void anExpiredTokenIsOver() {
		refused(tokens(NEW, Instant.now()), tokens(NEW, Instant.now().minus(Duration.ofMinutes(15))).issue(WHO));
	}

	@Test
	void whatWasChangedOrSignedOtherwiseIsRefused() {
		Tokens tokens = tokens(NEW, Instant.now());
		String[] parts = tokens.issue(WHO).split("\\.");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("GUARDIAN", "OPERATOR");
		refused(tokens, parts[0] + "." + url(claims) + "." + parts[2]);
		refused(tokens, url("{\"alg\":\"none\"}") + "." + parts[1] + ".");
		String kid = new String(Base64.getUrlDecoder().decode(parts[0])).replace("HS256", "none");
		refused(tokens, url(kid) + "." + parts[1] + ".");
		refused(tokens, url(kid.replace("none", "HS512")) + "." + parts[1] + "." + parts[2]);
		refused(tokens, parts[0] + "." + parts[1] + ".");
		refused(tokens, "");
		refused(tokens, "...");
	}

	private static String url(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
	}

	private static void refused(Tokens tokens, String token) {
		assertThatThrownBy(() -> read(tokens, token)).isInstanceOf(JwtException.class);
	}

}
