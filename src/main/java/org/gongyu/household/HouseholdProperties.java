package org.gongyu.household;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of households.
 *
 * @param nameKeys the keys that seal children's profiles, as
 * {@code number:key,number:key}, each key 32 bytes in Base64; the first seals, all open
 * @param children how many children a household may register
 * @param guardians how many guardians it may have
 * @param invitation how long a guardian's invitation can be accepted
 * @param voucher for how long a care voucher lasts
 * @param reseal how often profiles under older keys are looked for
 * @param erase how often households that are leaving are looked for
 */
@Validated
@ConfigurationProperties("gongyu.household")
record HouseholdProperties(@NotBlank String nameKeys, @DefaultValue("12") int children,
		@DefaultValue("6") int guardians, @DefaultValue("3d") Duration invitation,
		@DefaultValue("365d") Duration voucher, @DefaultValue("1h") Duration reseal,
		@DefaultValue("1m") Duration erase) {
}
