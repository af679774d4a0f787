package org.gongyu.organization;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of organizations.
 *
 * @param invitation how long an invitation can be accepted
 * @param operator the account that is added at start
 */
@ConfigurationProperties("gongyu.organization")
record OrganizationProperties(@DefaultValue("7d") Duration invitation, @DefaultValue Operator operator) {

	/**
	 * The hub's first operator; who comes later is let in by an operator.
	 *
	 * @param organization the department that runs the hub
	 */
	record Operator(@Nullable String login, @Nullable String password, @DefaultValue("共育运营") String organization) {
	}

}
