package org.gongyu.account;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Limits;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Signer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Limits by login. What is counted is known as a salted hash alone (HMAC-SHA256), which
 * outlives the account and leads nobody to its owner.
 */
@Component
class LoginLimits {

	private static final int BYTES = 16;

	private final Limits limits;

	private final Signer signer;

	LoginLimits(Limits limits, HubProperties hub) {
		this.limits = limits;
		this.signer = hub.signer("login");
	}

	/**
	 * Counts one act.
	 * @return true, or the refusal that says how long to wait
	 */
	Mono<Outcome<Boolean>> count(String limit, Login login) {
		byte[] hash = this.signer.sign(login.value().getBytes(StandardCharsets.UTF_8), BYTES);
		return this.limits.count(limit, HexFormat.of().formatHex(hash));
	}

}
