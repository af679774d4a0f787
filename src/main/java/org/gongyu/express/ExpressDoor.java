package org.gongyu.express;

import jakarta.validation.Validator;
import org.gongyu.account.Doorkeeper;
import org.gongyu.account.SignedIn;
import org.gongyu.account.Who;
import org.gongyu.platform.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * One route with those to whom it opens.
 */
record ExpressDoor<T, R>(ExpressRoute<T, R> route, Who who, Doorkeeper doorkeeper, ObjectReader reader,
		Validator validator) {

	/** Longer bodies are rare, and read where limits and errors are told. */
	private static final long LONGEST_BODY = 4096;

	private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

	static <T, R> ExpressDoor<T, R> of(ExpressRoute<T, R> route, Doorkeeper doorkeeper, JsonMapper json,
			Validator validator) {
		return new ExpressDoor<>(route, doorkeeper.who(HttpMethod.POST, route.path()), doorkeeper,
				json.readerFor(route.body()), validator);
	}

	/**
	 * Who comes in with the request; null when the way of all others is to be taken.
	 */
	@Nullable SignedIn admits(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		long length = headers.getContentLength();
		boolean plain = length > 0 && length <= LONGEST_BODY && JSON.equals(headers.getFirst(HttpHeaders.CONTENT_TYPE))
				&& takesJson(headers.getFirst(HttpHeaders.ACCEPT));
		return plain ? this.doorkeeper.known(headers, this.who) : null;
	}

	private static boolean takesJson(@Nullable String accept) {
		return accept == null || accept.equals(JSON) || accept.equals(MediaType.ALL_VALUE);
	}

	/**
	 * The body; null when it is not what the route takes.
	 */
	@Nullable T read(byte[] body) {
		try {
			T request = this.reader.readValue(body);
			return (request != null && this.validator.validate(request).isEmpty()) ? request : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	Mono<Outcome<R>> answer(SignedIn who, @Nullable String key, T request) {
		return Mono.defer(() -> this.route.answer(who, key, request));
	}

}
