package org.gongyu.web;

import java.io.IOException;
import java.util.Locale;

import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Parses every template before the first request, for a first parse reads files and would
 * block an event loop. A template is parsed and kept before it is evaluated; that it then
 * fails, having no model, does not matter.
 */
@Component
class TemplateWarmUp implements SmartInitializingSingleton {

	private static final String FOLDER = "/templates/";

	private static final String ENGINE_LOG = "org.thymeleaf";

	private final ISpringWebFluxTemplateEngine engine;

	private final LoggingSystem logging;

	TemplateWarmUp(ISpringWebFluxTemplateEngine engine, LoggingSystem logging) {
		this.engine = engine;
		this.logging = logging;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.logging.setLogLevel(ENGINE_LOG, LogLevel.OFF);
		try {
			for (Resource template : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:templates/**/*.html")) {
				String path = template.getURL().getPath();
				parse(path.substring(path.lastIndexOf(FOLDER) + FOLDER.length(), path.length() - ".html".length()));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The templates cannot be listed", ex);
		}
		finally {
			this.logging.setLogLevel(ENGINE_LOG, null);
		}
	}

	private void parse(String name) {
		try {
			this.engine.process(name, new Context(Locale.SIMPLIFIED_CHINESE));
		}
		catch (TemplateEngineException ex) {
			// It has no model; by now it is parsed.
			return;
		}
	}

}
