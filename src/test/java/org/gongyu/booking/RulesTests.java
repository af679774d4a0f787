package org.gongyu.booking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

import org.gongyu.platform.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every limit of the hub is told and explained, in both languages.
 */
class RulesTests {

	private static Properties limits() {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ClassPathResource("application.yaml"));
		Properties all = yaml.getObject();
		assertThat(all).isNotNull();
		return all;
	}

	@ParameterizedTest
	@ValueSource(strings = { "messages/booking.properties", "messages/booking_en.properties" })
	void eachIsExplained(String bundle) throws IOException {
		Properties words = PropertiesLoaderUtils
			.loadProperties(new EncodedResource(new ClassPathResource(bundle), StandardCharsets.UTF_8));
		assertThat(limits().keySet()).map(String::valueOf)
			.filteredOn(name -> name.matches("gongyu\\.limits\\..*\\.acts"))
			.hasSizeGreaterThan(10)
			.map(name -> "limit." + name.split("\\.")[2])
			.allSatisfy(name -> assertThat(words.stringPropertyNames()).contains(name, name + ".text"));
	}

	@Test
	void aPeriodIsToldInItsUnit() {
		assertThat(rule(Duration.ofDays(30))).isEqualTo("DAYS 30");
		assertThat(rule(Duration.ofHours(24))).isEqualTo("DAYS 1");
		assertThat(rule(Duration.ofHours(1))).isEqualTo("HOURS 1");
		assertThat(rule(Duration.ofMinutes(15))).isEqualTo("MINUTES 15");
	}

	private static String rule(Duration period) {
		RulesPages.Rule rule = RulesPages.Rule.of("x", new Limits.Limit(1, period, false, false));
		return rule.unit() + " " + rule.units();
	}

}
