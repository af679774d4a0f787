package org.gongyu.express;

import java.nio.ByteBuffer;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * A stream of events that everybody may hear. Its controller answers it, too: the lane is
 * a shorter way to the same stream, which thousands keep open.
 */
public interface ExpressStream {

	/**
	 * The path, with {@code {id}} as its only variable.
	 */
	String streamPath();

	/**
	 * The events, for one listener; empty where there is nothing to hear of. Does not
	 * block.
	 */
	Mono<Flux<ByteBuffer>> listen(UUID id, ServerHttpResponse response);

}
