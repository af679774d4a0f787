package org.gongyu.household;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of households.
 *
 * @param children how many children a household may register
 * @param guardians how many guardians it may have
 * @param invitation how long a guardian's invitation can be accepted
 * @param voucher for how long a care voucher lasts
 * @param linger for how long after its end an account's last access token may still be
 * used; then a household is erased once more and for good
 * @param erase how often households that are leaving are looked for
 */
@ConfigurationProperties("gongyu.household")
record HouseholdProperties(@DefaultValue("12") int children, @DefaultValue("6") int guardians,
		@DefaultValue("3d") Duration invitation, @DefaultValue("365d") Duration voucher,
		@DefaultValue("1h") Duration reseal, @DefaultValue("15m") Duration linger, @DefaultValue("1m") Duration erase) {
}
