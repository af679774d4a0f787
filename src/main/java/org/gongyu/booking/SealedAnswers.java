package org.gongyu.booking;

import org.gongyu.platform.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the answers are sealed.
 */
@Configuration(proxyBeanMethods = false)
class SealedAnswers {

	@Bean
	SealedColumn sealedAnswersColumn() {
		return new SealedColumn("booking", "id", "party", "answers_sealed");
	}

}
