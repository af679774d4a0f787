package org.gongyu.federation;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.gongyu.account.ProvenIdentity;
import org.gongyu.platform.PublicAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;

/**
 * The conversation with providers: the request that a browser takes there, and what the
 * code means that it brings back (OpenID Connect Core 1.0 §3.1: authorization code, with
 * state, nonce and PKCE). Signatures, issuer, audience and times of identity tokens are
 * checked by Spring Security.
 */
@Component
class Providers {

	private static final int LARGEST_ANSWER = 256 * 1024;

	private final FederationProperties properties;

	private final Registrations registrations;

	private final DefaultServerOAuth2AuthorizationRequestResolver requests;

	private final ReactiveAuthenticationManager codes;

	Providers(FederationProperties properties, PublicAddress address) {
		this.properties = properties;
		WebClient web = web(properties.patience());
		this.registrations = new Registrations(properties, web, address);
		this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(this.registrations);
		this.codes = codes(web);
	}

	/**
	 * The providers by their short names, with what people know them by; pages ask the
	 * bean {@code providers}.
	 */
	public Map<String, String> names() {
		Map<String, String> names = new TreeMap<>();
		this.properties.providers().forEach((id, provider) -> names.put(id, provider.name()));
		return names;
	}

	/**
	 * A fresh request to a provider; empty for one that is none of ours. Its secrets are
	 * drawn off the event loop.
	 */
	Mono<OAuth2AuthorizationRequest> request(ServerWebExchange exchange, String provider) {
		return this.registrations.findByRegistrationId(provider)
			.publishOn(Schedulers.boundedElastic())
			.flatMap(known -> this.requests.resolve(exchange, provider));
	}

	/**
	 * Who came back. Empty for a provider that is none of ours; an error when the
	 * provider, or what was brought from it, does not prove anything.
	 */
	Mono<ProvenIdentity> identity(ServerWebExchange exchange, String provider, Departure departure) {
		return this.registrations.findByRegistrationId(provider)
			.zipWith(request(exchange, provider).map(departure::restore))
			.flatMap(known -> this.codes.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(known.getT1(),
					new OAuth2AuthorizationExchange(known.getT2(), response(exchange, known.getT2())))))
			.timeout(this.properties.patience())
			.map(Providers::identity);
	}

	private static OAuth2AuthorizationResponse response(ServerWebExchange exchange,
			OAuth2AuthorizationRequest request) {
		var params = exchange.getRequest().getQueryParams();
		String code = params.getFirst(OAuth2ParameterNames.CODE);
		String state = String.valueOf(params.getFirst(OAuth2ParameterNames.STATE));
		OAuth2AuthorizationResponse.Builder response = (code != null) ? OAuth2AuthorizationResponse.success(code)
				: OAuth2AuthorizationResponse
					.error(String.valueOf(params.getFirst(OAuth2ParameterNames.ERROR)).replaceAll("[^a-z_]", ""));
		return response.redirectUri(String.valueOf(request.getRedirectUri())).state(state).build();
	}

	private static ProvenIdentity identity(Authentication authentication) {
		OidcUser user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
		return new ProvenIdentity(String.valueOf(user.getIssuer()), Objects.requireNonNull(user.getSubject()),
				login(user), user.getFullName());
	}

	/** What a provider does not call verified, anybody may have typed there. */
	private static @Nullable String login(OidcUser user) {
		if (Boolean.TRUE.equals(user.getEmailVerified())) {
			return user.getEmail();
		}
		return Boolean.TRUE.equals(user.getPhoneNumberVerified()) ? user.getPhoneNumber() : null;
	}

	private static ReactiveAuthenticationManager codes(WebClient web) {
		WebClientReactiveAuthorizationCodeTokenResponseClient tokens = new WebClientReactiveAuthorizationCodeTokenResponseClient();
		tokens.setWebClient(web);
		DefaultReactiveOAuth2UserService claims = new DefaultReactiveOAuth2UserService();
		claims.setWebClient(web);
		OidcReactiveOAuth2UserService users = new OidcReactiveOAuth2UserService();
		users.setOauth2UserService(claims);
		return new OidcAuthorizationCodeReactiveAuthenticationManager(tokens, users);
	}

	private static WebClient web(Duration patience) {
		HttpClient client = HttpClient.create().responseTimeout(patience);
		return WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(client))
			.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
			.build();
	}

}
