package org.gongyu.household;

import java.util.Objects;

import org.gongyu.account.Browser;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * One's own data in the browser: to read, to take along as a file, to erase.
 */
@Pages
class MyDataPages {

	/**
	 * What is typed by who means it; it is never sent back.
	 */
	record DeleteForm(@Nullable String password) {
	}

	private final MyData data;

	private final Browser browser;

	private final HubProperties hub;

	MyDataPages(MyData data, Browser browser, HubProperties hub) {
		this.data = data;
		this.browser = browser;
		this.hub = hub;
	}

	@GetMapping("/my-data")
	Mono<Rendering> data(@AuthenticationPrincipal SignedIn who, Model model) {
		return shown(who, model, HttpStatus.OK);
	}

	@GetMapping("/my-data/file")
	Mono<ResponseEntity<MyData.Export>> file(@AuthenticationPrincipal SignedIn who) {
		return this.data.export(who)
			.map(export -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gongyu-data.json\"")
				.header(HttpHeaders.CACHE_CONTROL, "no-store")
				.body(export));
	}

	@PostMapping("/my-data/delete")
	Mono<Rendering> delete(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") DeleteForm form,
			ServerWebExchange exchange, Model model) {
		return this.data.delete(who, Objects.requireNonNullElse(form.password(), ""))
			.flatMap(outcome -> outcome.fold(account -> {
				this.browser.leave(exchange);
				return Mono.just(Rendering.view("household/deleted").build());
			}, refusal -> refused(who, refusal, model)));
	}

	private Mono<Rendering> refused(SignedIn who, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return shown(who, model, HttpStatus.valueOf(refusal.status()));
	}

	private Mono<Rendering> shown(SignedIn who, Model model, HttpStatus status) {
		model.addAttribute("zone", this.hub.zone());
		return this.data.export(who)
			.doOnNext(export -> model.addAttribute("export", export))
			.thenReturn(Rendering.view("household/my-data").status(status).build());
	}

}
