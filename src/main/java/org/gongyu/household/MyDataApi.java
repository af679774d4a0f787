package org.gongyu.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own data over the API: to take along, to erase.
 */
@RestController
@RequestMapping("/api/v1/my-data")
class MyDataApi {

	record Deletion(@NotBlank @Size(max = 128) String password) {
	}

	private final MyData data;

	MyDataApi(MyData data) {
		this.data = data;
	}

	@GetMapping
	Mono<MyData.Export> export(@AuthenticationPrincipal SignedIn who) {
		return this.data.export(who);
	}

	/**
	 * Erases the account, and with its last guardian the household.
	 */
	@PostMapping("/delete")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody Deletion request) {
		return this.data.delete(who, request.password()).flatMap(RefusedError::unless).then();
	}

}
