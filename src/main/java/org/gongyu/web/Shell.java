package org.gongyu.web;

import java.util.HashMap;
import java.util.Map;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.PageFrame;
import org.gongyu.platform.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the page shell needs on every page: who reads, how they want to read, where they
 * are, and the CSRF token for forms.
 */
@ControllerAdvice(annotations = Pages.class)
class Shell implements PageFrame {

	/** Who reads, for an error page after the page that failed. */
	private static final String WHO = Shell.class.getName() + ".who";

	private final @Nullable String place;

	private final Assets assets;

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	Shell(HubProperties hub, Assets assets, ObjectProvider<RequestMappingHandlerMapping> handlers) {
		this.place = hub.place();
		this.assets = assets;
		this.handlers = handlers;
	}

	/**
	 * Answers the token, for a method that takes the exchange and answers nothing is
	 * taken for one that has answered the request.
	 */
	@ModelAttribute("csrf")
	Mono<CsrfToken> shell(ServerWebExchange exchange, Model model, @AuthenticationPrincipal @Nullable SignedIn who) {
		if (who != null) {
			exchange.getAttributes().put(WHO, who);
		}
		model.addAllAttributes(of(exchange));
		Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
		return token
			.doOnNext(each -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, each));
	}

	@Override
	public Map<String, Object> of(ServerWebExchange exchange) {
		Map<String, Object> model = new HashMap<>();
		model.put("reading", Preferences.of(exchange));
		model.put("assets", this.assets);
		model.put("here", here(exchange.getRequest()));
		model.put("who", exchange.getAttribute(WHO));
		if (this.place != null) {
			model.put("place", this.place);
		}
		return model;
	}

	/**
	 * The page that the reader is on: of one that answers a form, the page of the form.
	 */
	private String here(ServerHttpRequest request) {
		String path = request.getURI().getRawPath();
		while (path.length() > 1 && !isPage(path)) {
			path = path.substring(0, Math.max(1, path.lastIndexOf('/')));
		}
		boolean same = path.equals(request.getURI().getRawPath());
		String query = same ? request.getURI().getRawQuery() : null;
		return path + ((query != null) ? "?" + query : "");
	}

	private boolean isPage(String path) {
		RequestPath parsed = RequestPath.parse(path, null);
		return this.handlers.orderedStream()
			.flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
			.filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.anyMatch(info -> matches(info, parsed));
	}

	private static boolean matches(RequestMappingInfo info, RequestPath path) {
		return info.getPatternsCondition().getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
	}

}
