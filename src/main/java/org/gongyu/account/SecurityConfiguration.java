package org.gongyu.account;

import org.gongyu.platform.ApiPath;
import org.gongyu.platform.ProblemHandler;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who may pass which door. The API takes a bearer token and no cookie, so no other site
 * can make a browser speak for its owner; pages take a cookie and guard every change with
 * a CSRF token.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

	@Bean
	SecurityWebFilterChain doors(ServerHttpSecurity http, KnownTokens known, TokenCookies cookies,
			UnknownVisitor unknown, ProblemHandler problems, AccountProperties properties, RandomSource random) {
		Doors doors = new Doors();
		return http.authorizeExchange(exchanges -> exchanges.anyExchange().access(doors))
			.oauth2ResourceServer(server -> server.bearerTokenConverter(exchange -> bearer(exchange, cookies))
				.authenticationEntryPoint(unknown)
				.jwt(jwt -> jwt.authenticationManager(known)))
			.exceptionHandling(spec -> spec
				.authenticationEntryPoint((exchange, nobody) -> (doors.find(exchange) != null)
						? unknown.commence(exchange, nobody) : problems.handle(exchange, shut(doors, exchange, nobody)))
				.accessDeniedHandler((exchange, denied) -> problems.handle(exchange, shut(doors, exchange, denied))))
			.csrf(csrf -> pagesOnly(csrf, properties, random, problems))
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.build();
	}

	/** One timer for each filter of each request would cost more than they do. */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/** What has no door is not found, whoever asks. */
	private static Throwable shut(Doors doors, ServerWebExchange exchange, Throwable denied) {
		Doors.Door door = doors.find(exchange);
		if (door != null) {
			log.info("somebody is not let in at {}", door.path());
		}
		HttpStatus status = (door != null) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
		return new ResponseStatusException(status, null, denied);
	}

	private static void pagesOnly(ServerHttpSecurity.CsrfSpec csrf, AccountProperties properties, RandomSource random,
			ProblemHandler problems) {
		XorServerCsrfTokenRequestAttributeHandler handler = new XorServerCsrfTokenRequestAttributeHandler();
		handler.setTokenFromMultipartDataEnabled(true);
		handler.setSecureRandom(random.generator());
		CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
		tokens.setCookieName(properties.secureCookies() ? "__Host-csrf" : "csrf");
		tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(properties.secureCookies()));
		csrf.csrfTokenRepository(tokens)
			.accessDeniedHandler(
					(exchange, denied) -> problems.handle(exchange, RefusedError.of(AccountRefusal.FORM_OVER)))
			.csrfTokenRequestHandler(handler)
			.requireCsrfProtectionMatcher(new AndServerWebExchangeMatcher(CsrfWebFilter.DEFAULT_CSRF_MATCHER,
					exchange -> ApiPath.is(exchange.getRequest()) ? MatchResult.notMatch() : MatchResult.match()));
	}

	private static Mono<Authentication> bearer(ServerWebExchange exchange, TokenCookies cookies) {
		return Mono.justOrEmpty(token(exchange, cookies)).map(BearerTokenAuthenticationToken::new);
	}

	private static @Nullable String token(ServerWebExchange exchange, TokenCookies cookies) {
		if (!ApiPath.is(exchange.getRequest())) {
			return cookies.access(exchange);
		}
		return KnownTokens.bearer(exchange.getRequest().getHeaders());
	}

}
