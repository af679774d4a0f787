package org.gongyu.platform;

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
 * Seals what must not be read from the database (AEAD, AES-256-GCM), with its owner's id
 * as associated data, so that it cannot be moved to another.
 */
@Component
public class Vault {

	private final Aead aead;

	private final byte[] newest;

	Vault(HubProperties properties) throws GeneralSecurityException {
		AeadConfig.register();
		int number = Integer.parseInt(properties.vaultKeys().substring(0, properties.vaultKeys().indexOf(':')).strip());
		this.newest = ByteBuffer.allocate(5).put((byte) 1).putInt(number).array();
		this.aead = ring(properties.vaultKeys()).getPrimitive(RegistryConfiguration.get(), Aead.class);
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
	 * Seals bytes, off the event loop: the library draws its nonce from the system's
	 * random device, which may block.
	 */
	public Mono<byte[]> seal(UUID owner, byte[] plain) {
		return Mono.fromCallable(() -> this.aead.encrypt(plain, bytes(owner))).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Opens what was sealed for the owner; a fault when it was not, or its key is gone.
	 */
	public byte[] open(UUID owner, byte[] sealed) {
		try {
			return this.aead.decrypt(sealed, bytes(owner));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("What is sealed for " + owner + " cannot be opened", ex);
		}
	}

	/**
	 * With what everything begins that the newest key has sealed: Tink's version and the
	 * key's number.
	 */
	public byte[] newest() {
		return this.newest.clone();
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
