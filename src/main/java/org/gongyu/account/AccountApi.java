package org.gongyu.account;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own account over the API: where it is signed in, and its password. A sign-in that
 * is ended gets no new access token; the last one lapses by itself.
 */
@RestController
@RequestMapping("/api/v1/account")
class AccountApi {

	/**
	 * @param refreshToken of the sign-in that stays; without it all end
	 */
	record PasswordChange(@NotBlank @Size(max = 128) String present,
			@NotBlank @Size(min = 8, max = 128) String password, @Nullable @Size(max = 100) String refreshToken) {
	}

	record SignInList(List<SignIn> items) {
	}

	record AffiliationList(List<Affiliation> items) {
	}

	private final Accounts accounts;

	private final SignIns signIns;

	AccountApi(Accounts accounts, SignIns signIns) {
		this.accounts = accounts;
		this.signIns = signIns;
	}

	@GetMapping("/sign-ins")
	Mono<SignInList> list(@AuthenticationPrincipal SignedIn who) {
		return this.signIns.of(who.account()).collectList().map(SignInList::new);
	}

	/**
	 * The organizations for which the account may act.
	 */
	@GetMapping("/organizations")
	Mono<AffiliationList> organizations(@AuthenticationPrincipal SignedIn who) {
		return this.signIns.affiliations(who.account()).map(AffiliationList::new);
	}

	/**
	 * Ends one sign-in; one that is over already is done.
	 */
	@DeleteMapping("/sign-ins/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.signIns.end(who.account(), id);
	}

	/**
	 * Signs out everywhere.
	 */
	@DeleteMapping("/sign-ins")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> endAll(@AuthenticationPrincipal SignedIn who) {
		return this.signIns.signOutEverywhere(who.account());
	}

	@PutMapping("/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> changePassword(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody PasswordChange request) {
		return this.accounts.changePassword(who, request.present(), request.password(), request.refreshToken())
			.flatMap(RefusedError::unless)
			.then();
	}

}
