package org.gongyu.organization;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The organizations of the alliances over the API: anybody brings theirs in, operators
 * verify them.
 */
@RestController
@RequestMapping("/api/v1/organizations")
class OrganizationApi {

	record OrganizationList(List<Organization> items) {
	}

	record Added(UUID id) {
	}

	/**
	 * @param alliance the alliance that the organization belongs to; without it, it stays
	 */
	record Verification(@Nullable UUID alliance) {
	}

	private final Organizations organizations;

	OrganizationApi(Organizations organizations) {
		this.organizations = organizations;
	}

	@GetMapping
	Mono<OrganizationList> list() {
		return this.organizations.all().collectList().map(OrganizationList::new);
	}

	/**
	 * Adds an organization. An operator's is verified, and a repeat by name answers the
	 * id that stands; anybody else becomes the first member of one that waits to be
	 * verified, and is refused when the name is taken.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Added> add(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody OrganizationRequest request) {
		return who.is(Role.OPERATOR) ? this.organizations.add(request.kind(), request.name().strip()).map(Added::new)
				: this.organizations.register(who, request).flatMap(RefusedError::unless).map(Added::new);
	}

	@PutMapping("/{id}/verification")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> verify(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestBody Verification request) {
		return this.organizations.verify(who, id, request.alliance()).flatMap(RefusedError::unless).then();
	}

	@PostMapping("/{id}/staff")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Added> addStaff(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody StaffRequest request) {
		return this.organizations
			.addStaff(who.actor(), id, request.login(), request.password(), request.name().strip(),
					Set.of(request.job()))
			.flatMap(RefusedError::unless)
			.map(Added::new);
	}

}
