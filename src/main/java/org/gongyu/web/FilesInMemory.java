package org.gongyu.web;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.reactive.resource.ResourceTransformer;
import org.springframework.web.reactive.resource.ResourceTransformerChain;
import org.springframework.web.reactive.resource.TransformedResource;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds and reads a static file off the event loop; behind the chain's caches this
 * happens once for each file, and from then on it is sent from memory.
 */
class FilesInMemory implements ResourceResolver, ResourceTransformer {

	@Override
	public Mono<Resource> resolveResource(@Nullable ServerWebExchange exchange, String path,
			List<? extends Resource> locations, ResourceResolverChain chain) {
		return chain.resolveResource(exchange, path, locations).subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public Mono<String> resolveUrlPath(String path, List<? extends Resource> locations, ResourceResolverChain chain) {
		return chain.resolveUrlPath(path, locations).subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public Mono<Resource> transform(ServerWebExchange exchange, Resource file, ResourceTransformerChain chain) {
		return chain.transform(exchange, file).publishOn(Schedulers.boundedElastic()).handle((found, sink) -> {
			try {
				sink.next(new TransformedResource(found, found.getContentAsByteArray()));
			}
			catch (IOException ex) {
				sink.error(ex);
			}
		});
	}

}
