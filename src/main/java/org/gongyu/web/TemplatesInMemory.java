package org.gongyu.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All templates, read once at start: the engine parses a template anew for each fragment
 * and page that first use it, and reading a file then would block an event loop. It
 * stands in for Boot's own resolver, whose bean name it takes.
 */
@Component("defaultTemplateResolver")
class TemplatesInMemory extends AbstractConfigurableTemplateResolver {

	private static final String FOLDER = "/templates/";

	private static final String SUFFIX = ".html";

	private final Map<String, String> texts = new HashMap<>();

	TemplatesInMemory() throws IOException {
		for (Resource template : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:templates/**/*" + SUFFIX)) {
			String path = template.getURL().getPath();
			String name = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length(), path.length() - SUFFIX.length());
			this.texts.put(name, template.getContentAsString(StandardCharsets.UTF_8));
		}
	}

	@Override
	protected @Nullable ITemplateResource computeTemplateResource(IEngineConfiguration configuration,
			@Nullable String ownerTemplate, String template, String resourceName, @Nullable String characterEncoding,
			@Nullable Map<String, Object> attributes) {
		String text = this.texts.get(template);
		return (text != null) ? new StringTemplateResource(text) : null;
	}

}
