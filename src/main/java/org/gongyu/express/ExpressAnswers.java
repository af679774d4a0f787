package org.gongyu.express;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Problems;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.SecurityHeaders;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * What the lane answers, as bytes, with the headers of every answer and counted like
 * every answer. A refusal that many get is written once for each language.
 */
class ExpressAnswers {

	/** As many different refusals as slots may be refused at once, in two languages. */
	private static final int KEPT = 2000;

	record Answer(HttpStatusCode status, MediaType type, HttpHeaders headers, ByteBuffer body) {
	}

	private record Told(Refusal refusal, Locale locale) {
	}

	private record Measured(String path, HttpStatusCode status) {
	}

	private final Cache<Told, Answer> refusals = Caffeine.newBuilder()
		.maximumSize(KEPT)
		.executor(Runnable::run)
		.build();

	private final Map<Measured, Timer> timers = new ConcurrentHashMap<>();

	private final JsonMapper json;

	private final Problems problems;

	private final MeterRegistry meters;

	ExpressAnswers(JsonMapper json, Problems problems, MeterRegistry meters) {
		this.json = json;
		this.problems = problems;
		this.meters = meters;
	}

	Answer of(Outcome<?> outcome, Locale locale) {
		return outcome.fold(
				created -> new Answer(HttpStatus.CREATED, MediaType.APPLICATION_JSON, HttpHeaders.EMPTY,
						bytes(created)),
				refusal -> refusal.isPersonal() ? problem(this.problems.of(refusal, locale)) : this.refusals
					.get(new Told(refusal, locale), told -> problem(this.problems.of(told.refusal(), told.locale()))));
	}

	Answer of(Throwable fault, Locale locale) {
		return problem(this.problems.of(fault, locale));
	}

	private Answer problem(Problems.Problem problem) {
		return new Answer(HttpStatusCode.valueOf(problem.detail().getStatus()), MediaType.APPLICATION_PROBLEM_JSON,
				problem.headers(), bytes(problem.detail()));
	}

	private ByteBuffer bytes(Object body) {
		return ByteBuffer.wrap(this.json.writeValueAsBytes(body)).asReadOnlyBuffer();
	}

	/**
	 * @param since when the request came, on the clock of {@link System#nanoTime()}
	 */
	Mono<Void> write(Answer answer, String path, long since, ServerHttpResponse response) {
		response.setStatusCode(answer.status());
		HttpHeaders headers = response.getHeaders();
		SecurityHeaders.shield(headers);
		answer.headers().forEach(headers::put);
		headers.setContentType(answer.type());
		headers.setContentLength(answer.body().remaining());
		this.timers.computeIfAbsent(new Measured(path, answer.status()), this::timer)
			.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(answer.body())));
	}

	/** Under the name and with the tags of all other requests. */
	private Timer timer(Measured measured) {
		HttpStatusCode status = measured.status();
		String outcome = status.is2xxSuccessful() ? "SUCCESS"
				: (status.is4xxClientError() ? "CLIENT_ERROR" : "SERVER_ERROR");
		return Timer.builder("http.server.requests")
			.tags("method", "POST", "uri", measured.path(), "status", String.valueOf(status.value()), "outcome",
					outcome, "exception", "none", "error", "none")
			.register(this.meters);
	}

}
