package org.gongyu.web;

import java.time.Duration;

import org.gongyu.platform.Language;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.VersionResourceResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Static files and the reader's language.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {

	/** Their addresses change with their content. */
	private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	@Bean
	LocaleContextResolver localeContextResolver() {
		return new LocaleContextResolver() {

			@Override
			public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
				return new SimpleLocaleContext(Language.of(exchange.getRequest()));
			}

			@Override
			public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
				throw new UnsupportedOperationException("The language is a cookie");
			}

		};
	}

	/**
	 * The engine sets itself up at the first page otherwise, on an event loop.
	 */
	@Bean
	SmartInitializingSingleton readyEngine(ISpringWebFluxTemplateEngine engine) {
		return engine::getConfiguration;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/static/**")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(KEPT)
			.resourceChain(true)
			.addResolver(new FilesInMemory())
			.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
			.addTransformer(new FilesInMemory());
		// its address never changes, and a browser asks for it again by itself
		registry.addResourceHandler("/service-worker.js")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(CacheControl.noCache())
			.resourceChain(true)
			.addResolver(new FilesInMemory())
			.addTransformer(new FilesInMemory());
		registry.addResourceHandler("/webjars/**")
			.addResourceLocations("classpath:/" + Assets.WEBJARS)
			.setCacheControl(KEPT)
			.resourceChain(true)
			.addResolver(new FilesInMemory())
			.addTransformer(new FilesInMemory());
	}

}
