package org.gongyu.household;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A guardian's children over the API.
 */
@RestController
@RequestMapping("/api/v1/children")
class ChildrenApi {

	record ChildList(List<Child> items) {
	}

	private final Children children;

	ChildrenApi(Children children) {
		this.children = children;
	}

	@GetMapping
	Mono<ChildList> list(@AuthenticationPrincipal SignedIn who) {
		return this.children.of(Household.of(who)).collectList().map(ChildList::new);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Child> add(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody ChildRequest request) {
		return this.children.add(who, request).flatMap(RefusedError::unless);
	}

	@PutMapping("/{id}")
	Mono<Child> change(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody ChildRequest request) {
		return this.children.change(who, id, request).flatMap(RefusedError::unless);
	}

	/**
	 * Forgets a child. One that is gone already is done.
	 */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.children.remove(who, id);
	}

}
