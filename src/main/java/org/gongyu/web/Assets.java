package org.gongyu.web;

import java.io.IOException;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.resource.ContentVersionStrategy;

/**
 * Where pages find their style and scripts: addresses with a fingerprint of the content,
 * so that a browser keeps them for a year and still has the newest.
 */
@Component
class Assets {

	static final String WEBJARS = "META-INF/resources/webjars/";

	private static final String BOOTSTRAP = "bootstrap/5.3.8/dist/css/bootstrap.min.css";

	private static final String HTMX = "htmx.org/2.0.10/dist/htmx.min.js";

	private final String style = versioned("gongyu.css");

	private final String script = versioned("gongyu.js");

	private final String icon = versioned("icon.svg");

	Assets() throws IOException {
	}

	/** The house's own style. */
	public String style() {
		return this.style;
	}

	public String script() {
		return this.script;
	}

	public String icon() {
		return this.icon;
	}

	/** Bootstrap's style; a library's address has its version. */
	public String bootstrap() {
		return "/webjars/" + BOOTSTRAP;
	}

	public String htmx() {
		return "/webjars/" + HTMX;
	}

	private static String versioned(String file) throws IOException {
		byte[] content = new ClassPathResource("static/" + file).getContentAsByteArray();
		return "/static/" + new ContentVersionStrategy().addVersion(file, DigestUtils.md5DigestAsHex(content));
	}

}
