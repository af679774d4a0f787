package org.gongyu.federation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of other providers of identities.
 *
 * @param providers each under a short name of small letters, which is part of the address
 * to which it sends people back: {@code /sign-in/with/<name>/back}
 * @param patience for how long a provider may let somebody wait
 */
@Validated
@ConfigurationProperties("gongyu.federation")
record FederationProperties(@DefaultValue Map<String, @Valid Provider> providers,
		@DefaultValue("8s") Duration patience) {

	/**
	 * A provider that publishes its configuration (OpenID Connect Discovery 1.0).
	 *
	 * @param name what people know it by
	 * @param issuer its address, as it stands in its tokens
	 * @param clientId how it knows this hub
	 * @param clientSecret the secret that it shares with this hub
	 * @param scopes what it is asked for
	 */
	record Provider(@NotBlank String name, @NotNull URI issuer, @NotBlank String clientId,
			@NotBlank String clientSecret, @DefaultValue( {
					"openid", "profile", "email" }) List<String> scopes){
	}

}
