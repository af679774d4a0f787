package org.gongyu.household;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Seals children's names (AEAD) with the child's id as associated data, so that a name
 * cannot be moved to another child.
 */
@Component
class NameVault {

	private final Aead aead;

	NameVault(HouseholdProperties properties) throws GeneralSecurityException {
		AeadConfig.register();
		this.aead = ring(properties.nameKeys()).getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	/**
	 * The key ring of a setting {@code number:key,number:key}, each key 32 bytes in
	 * Base64. The first seals, all open.
	 */
	@AccessesPartialKey
	private static KeysetHandle ring(String keys) throws GeneralSecurityException {
		KeysetHandle.Builder ring = KeysetHandle.newBuilder();
		boolean first = true;
		for (String each : keys.split(",", -1)) {
			int colon = each.indexOf(':');
			int number = Integer.parseInt(each.substring(0, colon).strip());
			AesGcmKey key = AesGcmKey.builder()
				.setParameters(PredefinedAeadParameters.AES256_GCM)
				.setKeyBytes(SecretBytes.copyFrom(Base64.getDecoder().decode(each.substring(colon + 1).strip()),
						InsecureSecretKeyAccess.get()))
				.setIdRequirement(number)
				.build();
			KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key);
			ring.addEntry(first ? entry.makePrimary() : entry);
			first = false;
		}
		return ring.build();
	}

	/**
	 * Seals a name, off the event loop: the library draws its nonce from the system's
	 * random device, which may block.
	 */
	Mono<byte[]> seal(UUID child, String name) {
		return Mono.fromCallable(() -> this.aead.encrypt(name.getBytes(StandardCharsets.UTF_8), bytes(child)))
			.subscribeOn(Schedulers.boundedElastic());
	}

	String open(UUID child, byte[] sealed) {
		try {
			return new String(this.aead.decrypt(sealed, bytes(child)), StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The name of child " + child + " cannot be opened", ex);
		}
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
