package org.gongyu.household;

import java.util.List;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The guardians of a household over the API.
 */
@RestController
@RequestMapping("/api/v1/guardians")
class GuardianApi {

	record Guardian(UUID account, String name) {
	}

	record GuardianList(List<Guardian> items) {
	}

	/**
	 * @param token what the link carries; it is told this once
	 */
	record GuardianToken(String token) {
	}

	private final Guardians guardians;

	GuardianApi(Guardians guardians) {
		this.guardians = guardians;
	}

	@GetMapping
	Mono<GuardianList> list(@AuthenticationPrincipal SignedIn who) {
		return this.guardians.of(who)
			.map(all -> new GuardianList(all.stream().map(each -> new Guardian(each.account(), each.name())).toList()));
	}

	@PostMapping("/invitations")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<GuardianToken> invite(@AuthenticationPrincipal SignedIn who) {
		return this.guardians.invite(who).flatMap(RefusedError::unless).map(GuardianToken::new);
	}

	/**
	 * Joins the household of an invitation. The next pair of tokens speaks for it.
	 */
	@PostMapping("/invitations/{token}/accept")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> accept(@AuthenticationPrincipal SignedIn who, @PathVariable String token) {
		return this.guardians.accept(who, token).flatMap(RefusedError::unless).then();
	}

}
