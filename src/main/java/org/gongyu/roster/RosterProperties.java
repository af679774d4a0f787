package org.gongyu.roster;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of rosters.
 *
 * @param opens how long before the start of its slot a roster opens
 * @param closes how long after the end it closes
 * @param export for how long an export that was agreed to can be fetched
 */
@ConfigurationProperties("gongyu.roster")
record RosterProperties(@DefaultValue("7d") Duration opens, @DefaultValue("1d") Duration closes,
		@DefaultValue("1h") Duration export) {
}
