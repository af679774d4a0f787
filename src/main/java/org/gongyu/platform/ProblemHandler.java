package org.gongyu.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
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

	private final ObjectProvider<PageFrame> frame;

	ProblemHandler(Problems problems, ServerCodecConfigurer codecs, List<ViewResolver> viewResolvers,
			ObjectProvider<PageFrame> frame) {
		this.frame = frame;
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

	private Map<String, Object> page(ServerWebExchange exchange, Problems.Problem problem) {
		Map<String, Object> model = new HashMap<>();
		this.frame.ifAvailable(frame -> model.putAll(frame.of(exchange)));
		model.put("problem", problem.detail());
		model.put("code", problem.code());
		return model;
	}

	private Mono<Void> answer(ServerWebExchange exchange, Problems.Problem problem) {
		ServerResponse.BodyBuilder response = ServerResponse.status(problem.detail().getStatus())
			.headers(headers -> headers.putAll(problem.headers()));
		Mono<ServerResponse> answer = ApiPath.is(exchange.getRequest())
				? response.contentType(MediaType.APPLICATION_PROBLEM_JSON).bodyValue(problem.detail())
				: response.contentType(MediaType.TEXT_HTML).render("web/problem", page(exchange, problem));
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
