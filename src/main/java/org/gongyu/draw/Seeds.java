package org.gongyu.draw;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;

import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Signer;

import org.springframework.stereotype.Component;

/**
 * The seeds of draws. They are derived from the hub's secret, so that none is stored
 * before it is used: whoever reads the database learns nothing early.
 */
@Component
class Seeds {

	private final Signer signer;

	Seeds(HubProperties hub) {
		this.signer = hub.signer("draw");
	}

	/**
	 * What is published of a slot's seed before anybody enters.
	 */
	byte[] commitment(UUID slot) {
		return DrawOrder.sha256(this.signer.sign(bytes(slot), 32));
	}

	/**
	 * The seed that was committed to, also under an older secret of the hub.
	 * @throws IllegalStateException when the secret was taken out of the settings
	 */
	byte[] seed(UUID slot, byte[] commitment) {
		return this.signer.all(bytes(slot), 32)
			.stream()
			.filter(seed -> MessageDigest.isEqual(DrawOrder.sha256(seed), commitment))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The secret of the draw of slot " + slot + " is gone"));
	}

	private static byte[] bytes(UUID slot) {
		return ByteBuffer.allocate(16)
			.putLong(slot.getMostSignificantBits())
			.putLong(slot.getLeastSignificantBits())
			.array();
	}

}
