package org.gongyu.organization;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import org.gongyu.account.Role;
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
 * The people of the organization for which one acts, over the API.
 */
@RestController
@RequestMapping("/api/v1")
class MembershipApi {

	record RolesRequest(@NotEmpty Set<Role> roles) {
	}

	record MemberList(List<Member> items) {
	}

	record InvitationList(List<Invitation> items) {
	}

	/**
	 * @param token what the link carries; it is told this once
	 */
	record InvitationToken(UUID id, String token, Instant expiresAt) {
	}

	record Joined(UUID organization) {
	}

	private final Memberships memberships;

	MembershipApi(Memberships memberships) {
		this.memberships = memberships;
	}

	@GetMapping("/organization/members")
	Mono<MemberList> members(@AuthenticationPrincipal SignedIn who) {
		return this.memberships.members(who).map(MemberList::new);
	}

	@PutMapping("/organization/members/{account}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> change(@AuthenticationPrincipal SignedIn who, @PathVariable UUID account,
			@Valid @RequestBody RolesRequest request) {
		return this.memberships.change(who, account, request.roles()).flatMap(RefusedError::unless).then();
	}

	@DeleteMapping("/organization/members/{account}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID account) {
		return this.memberships.remove(who, account).flatMap(RefusedError::unless).then();
	}

	@GetMapping("/organization/invitations")
	Mono<InvitationList> invitations(@AuthenticationPrincipal SignedIn who) {
		return this.memberships.invitations(who).map(InvitationList::new);
	}

	@PostMapping("/organization/invitations")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<InvitationToken> invite(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody RolesRequest request) {
		return this.memberships.invite(who, request.roles())
			.flatMap(RefusedError::unless)
			.map(invited -> new InvitationToken(invited.invitation().id(), invited.token(),
					invited.invitation().expiresAt()));
	}

	@DeleteMapping("/organization/invitations/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.memberships.withdraw(who, id);
	}

	/**
	 * Accepts an invitation. The next pair of tokens carries the new roles.
	 */
	@PostMapping("/invitations/{token}/accept")
	Mono<Joined> accept(@AuthenticationPrincipal SignedIn who, @PathVariable String token) {
		return this.memberships.accept(who, token).flatMap(RefusedError::unless).map(Joined::new);
	}

}
