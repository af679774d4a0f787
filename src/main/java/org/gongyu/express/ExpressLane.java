package org.gongyu.express;

import java.nio.ByteBuffer;
import java.util.List;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.AddressLimits;
import org.gongyu.platform.Language;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Answers the express routes; everything else goes on to the filters and controllers, a
 * body that was read on the way is read again there.
 */
class ExpressLane implements HttpHandler {

	private static final String KEY = "Idempotency-Key";

	private final List<ExpressDoor<?, ?>> doors;

	private final AddressLimits limits;

	private final ExpressAnswers answers;

	private final HttpHandler others;

	ExpressLane(List<ExpressDoor<?, ?>> doors, AddressLimits limits, ExpressAnswers answers, HttpHandler others) {
		this.doors = doors;
		this.limits = limits;
		this.answers = answers;
		this.others = others;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		ExpressDoor<?, ?> door = door(request);
		SignedIn who = (door != null) ? door.admits(request) : null;
		if (door == null || who == null) {
			return this.others.handle(request, response);
		}
		return DataBufferUtils.join(request.getBody())
			.flatMap(body -> answer(door, who, new Exchange(request, response, bytes(body), System.nanoTime())));
	}

	private @Nullable ExpressDoor<?, ?> door(ServerHttpRequest request) {
		if (HttpMethod.POST.equals(request.getMethod())) {
			String path = request.getURI().getRawPath();
			for (ExpressDoor<?, ?> door : this.doors) {
				if (door.route().path().equals(path)) {
					return door;
				}
			}
		}
		return null;
	}

	private <T, R> Mono<Void> answer(ExpressDoor<T, R> door, SignedIn who, Exchange exchange) {
		T body = door.read(exchange.body().array());
		if (body == null) {
			return this.others.handle(exchange.replayed(), exchange.response());
		}
		String key = exchange.request().getHeaders().getFirst(KEY);
		return this.limits.count(exchange.request())
			.flatMap(outcome -> outcome.then(within -> door.answer(who, key, body)))
			.map(outcome -> this.answers.of(outcome, Language.of(exchange.request())))
			.onErrorResume(fault -> Mono.fromSupplier(() -> this.answers.of(fault, Language.of(exchange.request()))))
			.flatMap(answer -> this.answers.write(answer, door.route().path(), exchange.since(), exchange.response()));
	}

	private static ByteBuffer bytes(DataBuffer body) {
		ByteBuffer bytes = ByteBuffer.allocate(body.readableByteCount());
		body.toByteBuffer(bytes);
		DataBufferUtils.release(body);
		return bytes;
	}

	private record Exchange(ServerHttpRequest request, ServerHttpResponse response, ByteBuffer body, long since) {

		ServerHttpRequest replayed() {
			return new ServerHttpRequestDecorator(this.request) {

				@Override
				public Flux<DataBuffer> getBody() {
					return Flux.defer(() -> Flux.just(Exchange.this.response.bufferFactory().wrap(Exchange.this.body)));
				}

			};
		}

	}

}
