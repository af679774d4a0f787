package org.gongyu.platform;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the platform.
 *
 * @param secret the hub's secret in Base64, at least 32 bytes; every signing key is
 * derived from it. A new one goes in front, separated by a comma: it signs, the old ones
 * verify until they are taken out
 * @param vaultKeys the keys that seal what must not be read from the database, as
 * {@code number:key,number:key}, each key 32 bytes in Base64; the first seals, all open
 * @param reseal how often what older keys have sealed is looked for
 * @param zone the zone in which days and times are shown where a venue names no other
 * @param address where the hub is reached, without a slash at the end, for the links that
 * it hands out; null for the address under which each request finds it
 * @param place the county or district whose hub this is, as pages show it beside the name
 * @param outbox how facts are delivered
 * @param trustedProxies addresses or networks whose {@code X-Forwarded-For} is believed
 * @param limits how often things may be done
 * @param addressLimits the requests, as method and path, that count for a limit by
 * address
 * @param pageSize how many rows a list answers with when the request does not say
 * @param maxPageSize how many rows a list answers with at most
 */
@Validated
@ConfigurationProperties("gongyu")
public record HubProperties(@NotBlank String secret, @NotBlank String vaultKeys, @DefaultValue("1h") Duration reseal,
		@DefaultValue("Asia/Shanghai") ZoneId zone, @Nullable String address, @Nullable String place,
		@DefaultValue Delivery outbox, @DefaultValue List<String> trustedProxies,
		@DefaultValue Map<String, Limits.Limit> limits, @DefaultValue Map<String, List<String>> addressLimits,
		@DefaultValue("20") @Min(1) int pageSize, @DefaultValue("100") @Max(1000) int maxPageSize) {

	public HubProperties {
		if (secrets(secret).stream().anyMatch(each -> each.length < 32)) {
			throw new IllegalArgumentException("gongyu.secret must have at least 32 bytes");
		}
	}

	/**
	 * A signer for one purpose.
	 */
	public Signer signer(String purpose) {
		return new Signer(secrets(this.secret), purpose);
	}

	private static List<byte[]> secrets(String setting) {
		return Arrays.stream(setting.split(",", -1)).map(each -> Base64.getDecoder().decode(each.strip())).toList();
	}

	/**
	 * The size of a page: what was asked for, within bounds.
	 */
	public int pageSize(@Nullable Integer asked) {
		return (asked == null) ? this.pageSize : Math.max(1, Math.min(asked, this.maxPageSize));
	}

	/**
	 * How facts are delivered.
	 *
	 * @param poll how often the outbox is read when nothing nudges it
	 * @param batch how many deliveries are taken at once
	 * @param run how many facts of one key are told to a handler one after the other
	 * @param attempts after how many failures a delivery becomes a dead letter
	 * @param lease for how long a taken delivery belongs to its node
	 * @param keep for how long a fact is kept once nothing of it is left to deliver
	 * @param sweep how often such facts are looked for
	 */
	public record Delivery(@DefaultValue("1s") Duration poll, @DefaultValue("32") int batch,
			@DefaultValue("16") int run, @DefaultValue("8") int attempts, @DefaultValue("30s") Duration lease,
			@DefaultValue("7d") Duration keep, @DefaultValue("1h") Duration sweep) {
	}

}
