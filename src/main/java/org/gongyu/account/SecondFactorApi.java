package org.gongyu.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The second factor of one's own account over the API.
 */
@RestController
@RequestMapping("/api/v1/account/second-factor")
class SecondFactorApi {

	record AppCode(@NotBlank @Size(max = 10) String code) {
	}

	private final SecondFactor secondFactor;

	private final AccountRows rows;

	SecondFactorApi(SecondFactor secondFactor, AccountRows rows) {
		this.secondFactor = secondFactor;
		this.rows = rows;
	}

	/**
	 * Makes a secret for the app. It is told this once, and good once it is confirmed.
	 */
	@PostMapping
	Mono<SecondFactor.Enrolment> begin(@AuthenticationPrincipal SignedIn who) {
		return this.rows.login(who.account())
			.flatMap(login -> this.secondFactor.begin(who, login.value()))
			.flatMap(RefusedError::unless);
	}

	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> confirm(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody AppCode request) {
		return this.secondFactor.confirm(who, request.code()).flatMap(RefusedError::unless).then();
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> turnOff(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody AppCode request) {
		return this.secondFactor.turnOff(who, request.code()).flatMap(RefusedError::unless).then();
	}

}
