package org.gongyu.platform;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The deliveries that were given up, in the browser of the hub's operators.
 */
@Pages
class DeadLetterPages {

	private final Outbox outbox;

	DeadLetterPages(Outbox outbox) {
		this.outbox = outbox;
	}

	@GetMapping("/operator/dead-letters")
	Mono<String> list(Model model) {
		return this.outbox.deadLetters()
			.doOnNext(letters -> model.addAttribute("letters", letters))
			.thenReturn("platform/dead-letters");
	}

	@PostMapping("/operator/dead-letters/{id}/{handler}/revive")
	Mono<Rendering> revive(@PathVariable long id, @PathVariable String handler) {
		return this.outbox.revive(id, handler)
			.thenReturn(Rendering.redirectTo("/operator/dead-letters").status(HttpStatus.SEE_OTHER).build());
	}

}
