package org.gongyu.household;

import java.nio.ByteBuffer;
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
 * Seals children's profiles (AEAD) with the child's id as associated data, so that one
 * cannot be moved to another child.
 */
@Component
class ProfileVault {

	private final Aead aead;

	private final byte[] newest;

	ProfileVault(HouseholdProperties properties) throws GeneralSecurityException {
		AeadConfig.register();
		int number = Integer.parseInt(properties.nameKeys().substring(0, properties.nameKeys().indexOf(':')).strip());
		this.newest = ByteBuffer.allocate(5).put((byte) 1).putInt(number).array();
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
	 * Seals a profile, off the event loop: the library draws its nonce from the system's
	 * random device, which may block.
	 */
	Mono<byte[]> seal(UUID child, ChildProfile profile) {
		return Mono.fromCallable(() -> this.aead.encrypt(profile.bytes(), bytes(child)))
			.subscribeOn(Schedulers.boundedElastic());
	}

	ChildProfile open(UUID child, byte[] sealed) {
		try {
			return ChildProfile.read(this.aead.decrypt(sealed, bytes(child)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The profile of child " + child + " cannot be opened", ex);
		}
	}

	/**
	 * With what everything begins that the newest key has sealed: Tink's version and the
	 * key's number.
	 */
	byte[] newest() {
		return this.newest.clone();
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
