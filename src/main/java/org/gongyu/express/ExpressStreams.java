package org.gongyu.express;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongyu.account.Doorkeeper;
import org.gongyu.account.Who;
import org.gongyu.platform.SecurityHeaders;
import org.gongyu.platform.SharedEvents;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers streams of events before the filters: a stream that is kept open would keep
 * everything that was made for its request on the way. What is not there is told by the
 * controllers.
 */
class ExpressStreams implements HttpHandler {

	private static final String ANY_ID = new UUID(0, 0).toString();

	private record Route(PathPattern path, ExpressStream stream) {

		static Route of(ExpressStream stream, Doorkeeper doorkeeper) {
			String path = stream.streamPath();
			if (doorkeeper.who(HttpMethod.GET, path.replace("{id}", ANY_ID)) != Who.ANYBODY) {
				throw new IllegalArgumentException("Not everybody may hear " + path);
			}
			return new Route(PathPatternParser.defaultInstance.parse(path), stream);
		}

		@Nullable Mono<Flux<ByteBuffer>> listen(ServerHttpRequest request, ServerHttpResponse response) {
			PathPattern.PathMatchInfo found = this.path.matchAndExtract(request.getPath().pathWithinApplication());
			UUID id = (found != null) ? id(found.getUriVariables().get("id")) : null;
			return (id != null) ? this.stream.listen(id, response) : null;
		}

		private static @Nullable UUID id(@Nullable String text) {
			try {
				return (text != null && text.length() == ANY_ID.length()) ? UUID.fromString(text) : null;
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

	private final List<Route> routes;

	private final HttpHandler others;

	ExpressStreams(List<ExpressStream> streams, Doorkeeper doorkeeper, HttpHandler others) {
		this.routes = streams.stream().map(stream -> Route.of(stream, doorkeeper)).toList();
		this.others = others;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		Mono<Flux<ByteBuffer>> heard = heard(request, response);
		return (heard == null) ? this.others.handle(request, response)
				: heard.map(Optional::of)
					.onErrorReturn(Optional.empty())
					.defaultIfEmpty(Optional.empty())
					.flatMap(events -> events.isPresent() ? send(events.get(), response)
							: this.others.handle(request, response));
	}

	private @Nullable Mono<Flux<ByteBuffer>> heard(ServerHttpRequest request, ServerHttpResponse response) {
		boolean asked = HttpMethod.GET.equals(request.getMethod())
				&& MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeaders().getFirst(HttpHeaders.ACCEPT));
		if (asked) {
			for (Route route : this.routes) {
				Mono<Flux<ByteBuffer>> heard = route.listen(request, response);
				if (heard != null) {
					return heard;
				}
			}
		}
		return null;
	}

	private static Mono<Void> send(Flux<ByteBuffer> events, ServerHttpResponse response) {
		SecurityHeaders.shield(response.getHeaders());
		return SharedEvents.send(events, response);
	}

}
