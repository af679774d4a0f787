package org.gongyu.overload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.gongyu.platform.ApiPath;
import org.gongyu.platform.Language;
import org.gongyu.platform.Problems;
import org.gongyu.platform.SecurityHeaders;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * What is said to who is turned away: that it is busy, and when to come again, not all at
 * the same second. A page comes again by itself. Made once for each language, for it has
 * to cost almost nothing.
 */
@Component
class Busy {

	private static final int SOONEST = 2;

	private static final int LATEST = 7;

	private static final String PAGE = """
			<!DOCTYPE html><html lang="%1$s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
			<title>%2$s</title><h1>%2$s</h1><p>%3$s</p></html>
			""";

	private final Problems problems;

	private final Counter counter;

	private final Map<String, ByteBuffer> pages;

	private final Map<String, ByteBuffer> documents;

	Busy(Problems problems, JsonMapper json, MeterRegistry meters) {
		this.problems = problems;
		this.counter = Counter.builder("gongyu.overload.turned.away").register(meters);
		this.pages = each(problem -> PAGE
			.formatted(problem.getKey(), problem.getValue().detail().getTitle(),
					problem.getValue().detail().getDetail())
			.getBytes(StandardCharsets.UTF_8));
		this.documents = each(problem -> json.writeValueAsBytes(problem.getValue().detail()));
	}

	private Map<String, ByteBuffer> each(Function<Map.Entry<String, Problems.Problem>, byte[]> written) {
		return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
			.collect(Collectors.toMap(Locale::getLanguage,
					locale -> ByteBuffer
						.wrap(written.apply(Map.entry(locale.toLanguageTag(), this.problems.busy(locale))))
						.asReadOnlyBuffer()));
	}

	Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response) {
		this.counter.increment();
		boolean api = ApiPath.is(request);
		String seconds = String.valueOf(ThreadLocalRandom.current().nextInt(SOONEST, LATEST));
		response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
		HttpHeaders headers = response.getHeaders();
		SecurityHeaders.shield(headers);
		headers.set(HttpHeaders.RETRY_AFTER, seconds);
		headers.setContentType(
				api ? MediaType.APPLICATION_PROBLEM_JSON : new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		// a form is sent again by whoever sent it
		if (!api && HttpMethod.GET.equals(request.getMethod())) {
			headers.set("Refresh", seconds);
		}
		ByteBuffer body = Objects
			.requireNonNull((api ? this.documents : this.pages).get(Language.of(request).getLanguage()));
		headers.setContentLength(body.remaining());
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
