package org.gongyu.booking;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The venue's questions to who has booked, in the browser.
 */
@Pages
class AnswerPages {

	private static final String ANSWER = "answer.";

	private final Bookings bookings;

	private final AnswerChanges changes;

	private final Slots slots;

	AnswerPages(Bookings bookings, AnswerChanges changes, Slots slots) {
		this.bookings = bookings;
		this.changes = changes;
		this.slots = slots;
	}

	@GetMapping("/bookings/{id}/answers")
	Mono<Rendering> ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return shown(who, id, model, null, null);
	}

	@PostMapping("/bookings/{id}/answers")
	Mono<Rendering> answer(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, ServerWebExchange exchange,
			Model model) {
		return exchange.getFormData()
			.map(AnswerPages::answers)
			.flatMap(given -> this.changes.change(who, id, given)
				.flatMap(outcome -> outcome.fold(
						booking -> Mono
							.just(Rendering.redirectTo("/bookings/" + id).status(HttpStatus.SEE_OTHER).build()),
						refusal -> shown(who, id, model, given, refusal))));
	}

	/** Of each question what was ticked, joined as the API has it. */
	static Map<String, String> answers(MultiValueMap<String, String> form) {
		Map<String, String> answers = new TreeMap<>();
		form.forEach((field, given) -> {
			if (field.startsWith(ANSWER)) {
				answers.put(field.substring(ANSWER.length()), String.join(",", given));
			}
		});
		return answers;
	}

	private Mono<Rendering> shown(SignedIn who, UUID id, Model model, @Nullable Map<String, String> given,
			@Nullable Refusal refusal) {
		model.addAttribute("refusal", refusal);
		return this.bookings.find(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(booking -> model.addAttribute("booking", booking))
			.doOnNext(booking -> model.addAttribute("given", (given != null) ? given : booking.answers()))
			.flatMap(booking -> this.slots.current(booking.slot()))
			.doOnNext(offer -> model.addAttribute("offer", offer))
			.map(offer -> Rendering.view("booking/answers")
				.status((refusal != null) ? HttpStatus.valueOf(refusal.status()) : HttpStatus.OK)
				.build());
	}

}
