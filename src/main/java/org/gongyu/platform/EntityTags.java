package org.gongyu.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Gives every JSON answer to a GET under {@code /api} a tag of its content (RFC 9110
 * §8.8.3), so that a client that has it already is told so in a few bytes. Answers to
 * readers who did not sign in may be kept, but are asked for again each time.
 */
@Component
class EntityTags implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		boolean read = HttpMethod.GET.equals(exchange.getRequest().getMethod()) && ApiPath.is(exchange.getRequest());
		return chain.filter(read ? exchange.mutate().response(new Tagged(exchange)).build() : exchange);
	}

	private static final class Tagged extends ServerHttpResponseDecorator {

		private final ServerWebExchange exchange;

		Tagged(ServerWebExchange exchange) {
			super(exchange.getResponse());
			this.exchange = exchange;
		}

		/**
		 * A single body is complete and small (the encoders are bounded); streams are not
		 * tagged.
		 */
		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			boolean json = MediaType.APPLICATION_JSON.isCompatibleWith(getHeaders().getContentType());
			if (!json || !(body instanceof Mono) || getStatusCode() != null && getStatusCode() != HttpStatus.OK) {
				return super.writeWith(body);
			}
			return Mono.from(body).flatMap(this::tagged);
		}

		private Mono<Void> tagged(DataBuffer body) {
			if (this.exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION) == null) {
				getHeaders().setCacheControl(CacheControl.noCache());
			}
			if (this.exchange.checkNotModified(tag(body))) {
				DataBufferUtils.release(body);
				getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
				return setComplete();
			}
			return super.writeWith(Mono.just(body));
		}

		private static String tag(DataBuffer body) {
			try {
				MessageDigest digest = MessageDigest.getInstance("SHA-256");
				try (DataBuffer.ByteBufferIterator parts = body.readableByteBuffers()) {
					parts.forEachRemaining(digest::update);
				}
				return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()).substring(0, 22)
						+ '"';
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
