package org.gongyu.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * The one place where refusals and faults become answers: problem+json under
 * {@code /api}, an error page elsewhere.
 */
@Component
@Order(-2)
public class ProblemHandler implements ErrorWebExceptionHandler {

	private final Problems problems;

	private final ServerCodecConfigurer codecs;

	private final List<ViewResolver> viewResolvers;

	ProblemHandler(Problems problems, ServerCodecConfigurer codecs, List<ViewResolver> viewResolvers) {
		this.problems = problems;
		this.viewResolvers = viewResolvers;
		this.codecs = codecs;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(fault);
		}
		Locale locale = locale(exchange);
		Problems.Problem problem = (fault instanceof RefusedError refused) ? this.problems.of(refused.refusal(), locale)
				: this.problems.of(fault, locale);
		return answer(exchange, problem);
	}

	private Mono<Void> answer(ServerWebExchange exchange, Problems.Problem problem) {
		ServerResponse.BodyBuilder response = ServerResponse.status(problem.detail().getStatus())
			.headers(headers -> headers.putAll(problem.headers()));
		Mono<ServerResponse> answer = exchange.getRequest().getPath().value().startsWith("/api/")
				? response.contentType(MediaType.APPLICATION_PROBLEM_JSON).bodyValue(problem.detail())
				: response.contentType(MediaType.TEXT_HTML)
					.render("web/problem", Map.of("problem", problem.detail(), "code", problem.code()));
		return answer.flatMap(each -> each.writeTo(exchange, new Context()));
	}

	private static Locale locale(ServerWebExchange exchange) {
		Locale locale = exchange.getLocaleContext().getLocale();
		return (locale != null) ? locale : Locale.SIMPLIFIED_CHINESE;
	}

	private final class Context implements ServerResponse.Context {

		@Override
		public List<HttpMessageWriter<?>> messageWriters() {
			return ProblemHandler.this.codecs.getWriters();
		}

		@Override
		public List<ViewResolver> viewResolvers() {
			return ProblemHandler.this.viewResolvers;
		}

	}

}
