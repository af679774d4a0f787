package org.gongyu.account;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The members of the alliance and their staff, kept by the hub's operators.
 */
@RestController
@RequestMapping("/api/v1/organizations")
@PreAuthorize("hasRole('OPERATOR')")
class OrganizationApi {

	record OrganizationList(List<Organization> items) {
	}

	record Added(UUID id) {
	}

	private final Accounts accounts;

	OrganizationApi(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	Mono<OrganizationList> list() {
		return this.accounts.organizations().collectList().map(OrganizationList::new);
	}

	/**
	 * Adds an organization, once by name: a repeat answers the id that stands.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Added> add(@Valid @RequestBody OrganizationRequest request) {
		return this.accounts.addOrganization(request.kind(), request.name().strip()).map(Added::new);
	}

	@PostMapping("/{id}/staff")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Void> addStaff(@PathVariable UUID id, @Valid @RequestBody StaffRequest request) {
		return this.accounts.addStaff(id, request).flatMap(RefusedError::unless).then();
	}

}
