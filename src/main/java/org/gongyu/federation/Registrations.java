package org.gongyu.federation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.gongyu.platform.PublicAddress;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * How this hub is registered with each provider. What a provider publishes is read when
 * somebody first comes its way and kept; a provider that is out of reach is asked again a
 * little later, and never keeps the hub from starting.
 */
class Registrations implements ReactiveClientRegistrationRepository {

	private static final Duration FOR_GOOD = Duration.ofDays(1);

	private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

	private static final ParameterizedTypeReference<Map<String, Object>> CONFIGURATION = new ParameterizedTypeReference<>() {
	};

	private final WebClient web;

	private final PublicAddress address;

	private final Map<String, Mono<ClientRegistration>> known = new HashMap<>();

	Registrations(FederationProperties properties, WebClient web, PublicAddress address) {
		this.web = web;
		this.address = address;
		properties.providers()
			.forEach((name, provider) -> this.known.put(name, read(name, provider).timeout(properties.patience())
				.cache(found -> FOR_GOOD, failure -> AFTER_A_FAILURE, () -> AFTER_A_FAILURE)));
	}

	@Override
	public Mono<ClientRegistration> findByRegistrationId(String name) {
		return this.known.getOrDefault(name, Mono.empty());
	}

	private Mono<ClientRegistration> read(String name, FederationProperties.Provider provider) {
		return this.web.get()
			.uri(provider.issuer() + "/.well-known/openid-configuration")
			.retrieve()
			.bodyToMono(CONFIGURATION)
			.map(published -> registration(name, provider, published));
	}

	private ClientRegistration registration(String name, FederationProperties.Provider provider,
			Map<String, Object> published) {
		if (!provider.issuer().toString().equals(published.get("issuer"))) {
			throw new IllegalArgumentException(provider.issuer() + " says that it is " + published.get("issuer"));
		}
		return ClientRegistrations.fromOidcConfiguration(published)
			.registrationId(name)
			.clientName(provider.name())
			.clientId(provider.clientId())
			.clientSecret(provider.clientSecret())
			.scope(provider.scopes())
			.redirectUri(this.address.template() + "/sign-in/with/{registrationId}/back")
			.build();
	}

}
