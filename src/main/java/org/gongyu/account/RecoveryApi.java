package org.gongyu.account;

import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Codes to logins over the API.
 */
@RestController
@RequestMapping("/api/v1")
@ResponseStatus(HttpStatus.NO_CONTENT)
class RecoveryApi {

	record Forgotten(@NotBlank @Size(max = 254) String login) {
	}

	record NewPassword(@NotBlank @Size(max = 254) String login, @NotBlank @Size(max = 10) String code,
			@NotBlank @Size(min = 8, max = 128) String password) {
	}

	record Code(@NotBlank @Size(max = 10) String code) {
	}

	private final Recovery recovery;

	RecoveryApi(Recovery recovery) {
		this.recovery = recovery;
	}

	/**
	 * Sends a code to the login, if it is somebody's. The answer is the same.
	 */
	@PostMapping("/auth/reset")
	Mono<Void> forgot(@Valid @RequestBody Forgotten request, Locale locale) {
		return Mono.defer(() -> this.recovery.forgot(request.login(), locale)).flatMap(RefusedError::unless).then();
	}

	@PutMapping("/auth/reset")
	Mono<Void> reset(@Valid @RequestBody NewPassword request) {
		return Mono.defer(() -> this.recovery.reset(request.login(), request.code(), request.password()))
			.flatMap(RefusedError::unless)
			.then();
	}

	@PostMapping("/account/verification")
	Mono<Void> sendCode(@AuthenticationPrincipal SignedIn who, Locale locale) {
		return this.recovery.sendCode(who, locale).flatMap(RefusedError::unless).then();
	}

	@PutMapping("/account/verification")
	Mono<Void> verify(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody Code request) {
		return this.recovery.verify(who, request.code()).flatMap(RefusedError::unless).then();
	}

}
