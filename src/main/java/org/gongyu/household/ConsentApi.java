package org.gongyu.household;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A household's consents over the API.
 */
@RestController
@RequestMapping("/api/v1/consents")
class ConsentApi {

	record ConsentList(List<Consent> items) {
	}

	/**
	 * @param version of the text to which is answered
	 */
	record Answer(@NotNull Integer version, @NotNull Boolean given) {
	}

	private final Consents consents;

	ConsentApi(Consents consents) {
		this.consents = consents;
	}

	@GetMapping
	Mono<ConsentList> list(@AuthenticationPrincipal SignedIn who) {
		return this.consents.of(Household.of(who)).map(ConsentList::new);
	}

	@PutMapping("/{purpose}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> answer(@AuthenticationPrincipal SignedIn who, @PathVariable ConsentPurpose purpose,
			@Valid @RequestBody Answer request) {
		return this.consents.answer(who, purpose, request.version(), request.given())
			.flatMap(RefusedError::unless)
			.then();
	}

}
