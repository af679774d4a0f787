package org.gongyu.web;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the page shell needs on every page: who reads, how they want to read, where they
 * are, and the CSRF token for forms.
 */
@ControllerAdvice(annotations = Pages.class)
class Shell {

	private final @Nullable String place;

	Shell(HubProperties hub) {
		this.place = hub.place();
	}

	/**
	 * Answers the token, for a method that takes the exchange and answers nothing is
	 * taken for one that has answered the request.
	 */
	@ModelAttribute("csrf")
	Mono<CsrfToken> shell(ServerWebExchange exchange, Model model, @AuthenticationPrincipal @Nullable SignedIn who) {
		model.addAttribute("who", who);
		model.addAttribute("place", this.place);
		model.addAttribute("reading", Preferences.of(exchange));
		String query = exchange.getRequest().getURI().getRawQuery();
		model.addAttribute("here", exchange.getRequest().getURI().getRawPath() + ((query != null) ? "?" + query : ""));
		Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
		return token
			.doOnNext(each -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, each));
	}

}
