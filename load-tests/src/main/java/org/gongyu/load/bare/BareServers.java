package org.gongyu.load.bare;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Two servers on the same loops: Reactor Netty that says hello (L1), and WebFlux that
 * reads a hold's request and answers a hold's answer through the codecs, and does nothing
 * between (L2).
 */
public final class BareServers {

	record HoldRequest(List<Item> items) {
	}

	record Item(UUID slotId, String pool, int seats) {
	}

	record HoldAnswer(String id, Instant expiresAt, List<Item> items) {
	}

	/** As long as a hold's id. */
	private static final String ID = "A".repeat(150);

	private BareServers() {
	}

	/**
	 * @param ports of the two servers
	 */
	public static void main(String... ports) throws InterruptedException {
		LoopResources loops = LoopResources.create("bare");
		ByteBuf hello = Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes("hello".getBytes()));
		server(loops, ports[0])
			.route(routes -> routes.get("/hello", (request, response) -> response.sendObject(hello.duplicate())))
			.bindNow();
		DisposableServer webFlux = server(loops, ports[1])
			.handle(new ReactorHttpHandlerAdapter(RouterFunctions
				.toHttpHandler(RouterFunctions.route().POST("/api/v1/holds", BareServers::hold).build())))
			.bindNow();
		webFlux.onDispose().block();
	}

	private static HttpServer server(LoopResources loops, String port) {
		return HttpServer.create().host("127.0.0.1").port(Integer.parseInt(port)).runOn(loops);
	}

	private static Mono<ServerResponse> hold(ServerRequest request) {
		return request.bodyToMono(HoldRequest.class)
			.map(hold -> new HoldAnswer(ID, Instant.now().plusSeconds(600), hold.items()))
			.flatMap(answer -> ServerResponse.status(201).contentType(MediaType.APPLICATION_JSON).bodyValue(answer));
	}

}
