package org.gongyu.platform;

import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * The event loops that the server, PostgreSQL and Redis share. They are the context's own
 * and end after everything that runs on them has ended.
 */
@Configuration(proxyBeanMethods = false)
class LoopConfiguration {

	@Bean(destroyMethod = "dispose")
	LoopResources loops() {
		return LoopResources.create("hub", Runtime.getRuntime().availableProcessors(), true);
	}

	@Bean(destroyMethod = "dispose")
	ConnectionProvider outgoing() {
		return ConnectionProvider.create("hub", 100);
	}

	@Bean
	ReactorResourceFactory reactorResources(LoopResources loops, ConnectionProvider outgoing) {
		ReactorResourceFactory factory = new ReactorResourceFactory();
		factory.setUseGlobalResources(false);
		factory.setLoopResources(loops);
		factory.setConnectionProvider(outgoing);
		return factory;
	}

}
