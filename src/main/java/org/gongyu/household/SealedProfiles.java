package org.gongyu.household;

import org.gongyu.platform.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the children's profiles are sealed.
 */
@Configuration(proxyBeanMethods = false)
class SealedProfiles {

	@Bean
	SealedColumn sealedProfilesColumn() {
		return new SealedColumn("child", "id", "id", "profile_sealed");
	}

}
