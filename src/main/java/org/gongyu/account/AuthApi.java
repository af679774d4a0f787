package org.gongyu.account;

import java.util.Locale;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sign-up, sign-in, refresh and sign-out over the API.
 */
@RestController
@RequestMapping("/api/v1")
class AuthApi {

	record SignUp(@NotBlank @Size(max = 254) String login, @NotBlank @Size(min = 8, max = 128) String password,
			@NotBlank @Size(max = 40) String name) {
	}

	/**
	 * @param code of the authenticator app, where the account has one
	 */
	record Credentials(@NotBlank @Size(max = 254) String login, @NotBlank @Size(max = 128) String password,
			@Nullable @Size(max = 10) String code) {
	}

	record Refresh(@NotBlank @Size(max = 100) String refreshToken) {
	}

	/**
	 * @param organization the organization for which to act from now on
	 */
	record Acting(@NotBlank @Size(max = 100) String refreshToken, @NotNull UUID organization) {
	}

	record NewPassword(@NotBlank @Size(max = 254) String login, @NotBlank @Size(min = 8, max = 128) String password) {
	}

	/**
	 * A pair of tokens; {@code expiresIn} counts the seconds of the access token.
	 */
	record TokenPair(String accessToken, long expiresIn, String refreshToken) {
	}

	private final Accounts accounts;

	private final SignIns signIns;

	private final AccountProperties properties;

	AuthApi(Accounts accounts, SignIns signIns, AccountProperties properties) {
		this.accounts = accounts;
		this.signIns = signIns;
		this.properties = properties;
	}

	@PostMapping("/accounts")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<TokenPair> signUp(@Valid @RequestBody SignUp request, Locale locale,
			@RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
		return Mono.fromSupplier(() -> Login.of(request.login()))
			.flatMap(login -> this.accounts.signUp(login, request.password(), request.name().strip()))
			.flatMap(RefusedError::unless)
			.flatMap(account -> this.accounts.chooseLanguage(account.id(), locale)
				.then(this.signIns.begin(account, Device.of(userAgent))))
			.flatMap(RefusedError::unless)
			.map(this::tokens);
	}

	@PostMapping("/auth/token")
	Mono<TokenPair> signIn(@Valid @RequestBody Credentials request,
			@RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
		return Mono.fromSupplier(() -> Login.of(request.login()))
			.flatMap(login -> this.signIns.signIn(login, request.password(), request.code(), Device.of(userAgent)))
			.flatMap(RefusedError::unless)
			.map(this::tokens);
	}

	@PostMapping("/auth/refresh")
	Mono<TokenPair> refresh(@Valid @RequestBody Refresh request) {
		return this.signIns.refresh(request.refreshToken()).flatMap(RefusedError::unless).map(this::tokens);
	}

	/**
	 * Exchanges the refresh token for a pair that acts for another of one's
	 * organizations.
	 */
	@PostMapping("/auth/organization")
	Mono<TokenPair> actFor(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody Acting request) {
		return this.signIns.actFor(who.account(), request.organization(), request.refreshToken())
			.flatMap(RefusedError::unless)
			.map(this::tokens);
	}

	@PostMapping("/auth/sign-out")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> signOut(@Valid @RequestBody Refresh request) {
		return this.signIns.signOut(request.refreshToken());
	}

	/**
	 * An operator gives somebody a new password; all sign-ins of that account end.
	 */
	@PostMapping("/accounts/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> resetPassword(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody NewPassword request) {
		return Mono.defer(() -> this.accounts.resetPassword(who.actor(), request.login(), request.password()))
			.flatMap(RefusedError::unless)
			.then();
	}

	private TokenPair tokens(SignIns.Pair pair) {
		return new TokenPair(pair.access(), this.properties.accessToken().toSeconds(), pair.refresh());
	}

}
