package org.gongyu;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * Secrets for tests.
 */
public final class TestKeys {

	/** A hub secret of 32 bytes. */
	public static final String SECRET = Base64.getEncoder()
		.encodeToString("a secret of 32 bytes, for tests!".getBytes(StandardCharsets.UTF_8));

	private TestKeys() {
	}

	/**
	 * A fresh key set for children's names.
	 */
	public static String nameKeys() {
		try {
			AeadConfig.register();
			String keys = TinkJsonProtoKeysetFormat.serializeKeyset(
					KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
					RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
			return Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
