package org.gongyu.household;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of households.
 *
 * @param nameKeys the keys that seal children's names, as {@code number:key,number:key},
 * each key 32 bytes in Base64; the first seals, all open
 * @param children how many children a household may register
 */
@Validated
@ConfigurationProperties("gongyu.household")
record HouseholdProperties(@NotBlank String nameKeys, @DefaultValue("12") int children) {
}
