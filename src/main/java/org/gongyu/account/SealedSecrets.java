package org.gongyu.account;

import org.gongyu.platform.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the second factors' secrets are sealed.
 */
@Configuration(proxyBeanMethods = false)
class SealedSecrets {

	@Bean
	SealedColumn sealedSecretsColumn() {
		return new SealedColumn("totp", "account_id", "account_id", "secret_sealed");
	}

}
