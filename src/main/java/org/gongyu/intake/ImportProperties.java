package org.gongyu.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of an import of venues.
 *
 * @param maxBytes how large a file may be
 * @param maxUnzippedBytes how large the parts of a workbook may be together
 * @param maxRows how many rows a file may have below its header
 * @param maxErrors how many errors an answer lists
 */
@Validated
@ConfigurationProperties("gongyu.intake")
record ImportProperties(@DefaultValue("5MB") DataSize maxBytes, @DefaultValue("50MB") DataSize maxUnzippedBytes,
		@DefaultValue("20000") @Positive @Max(100_000) int maxRows,
		@DefaultValue("500") @Positive @Max(5_000) int maxErrors) {
}
