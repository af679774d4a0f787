package org.gongyu.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;

import org.springframework.stereotype.Component;

/**
 * Seals children's names (AEAD) with the child's id as associated data, so that a name
 * cannot be moved to another child.
 */
@Component
class NameVault {

	private final Aead aead;

	NameVault(AccountProperties properties) throws GeneralSecurityException {
		AeadConfig.register();
		String keys = new String(Base64.getDecoder().decode(properties.nameKeys()), StandardCharsets.UTF_8);
		this.aead = TinkJsonProtoKeysetFormat
			.parseKeyset(keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
			.getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	byte[] seal(UUID child, String name) {
		try {
			return this.aead.encrypt(name.getBytes(StandardCharsets.UTF_8), bytes(child));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A name cannot be sealed", ex);
		}
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
