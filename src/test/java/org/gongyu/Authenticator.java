package org.gongyu;

import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;

/**
 * An authenticator app with one account in it.
 */
public record Authenticator(String secret) {

	private static final TimeBasedOneTimePasswordGenerator APP = new TimeBasedOneTimePasswordGenerator();

	/** Turns the second factor on with the code of the step before. */
	public static Authenticator of(HubClient client, String token) {
		Authenticator app = new Authenticator(
				client.post(token, "/account/second-factor", Map.of()).expect(200).path("secret").asString());
		client.put(token, "/account/second-factor", Map.of("code", app.wrong())).expect(422);
		client.put(token, "/account/second-factor", Map.of("code", app.code(-1))).expect(204);
		return app;
	}

	/** What the app shows, some steps from now. */
	public String code(int steps) {
		try {
			return APP.generateOneTimePasswordString(
					new SecretKeySpec(new Base32().decode(this.secret), APP.getAlgorithm()),
					Instant.now().plusSeconds(30L * steps));
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Six digits that it does not show. */
	public String wrong() {
		String code = code(0);
		return ((code.charAt(0) == '9') ? '0' : (char) (code.charAt(0) + 1)) + code.substring(1);
	}

}
