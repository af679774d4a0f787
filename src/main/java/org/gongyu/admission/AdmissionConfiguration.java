package org.gongyu.admission;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is asked for where nothing else is.
 */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

	@Bean
	@ConditionalOnMissingBean(Proof.class)
	Work work() {
		return new Work();
	}

}
