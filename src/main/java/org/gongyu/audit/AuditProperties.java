package org.gongyu.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit log.
 *
 * @param extend how often new entries are put into the chain
 * @param batch how many at most in one transaction
 * @param check how often the whole chain is walked and its end written to the log
 */
@ConfigurationProperties("gongyu.audit")
record AuditProperties(@DefaultValue("5s") Duration extend, @DefaultValue("500") int batch,
		@DefaultValue("1d") Duration check) {
}
