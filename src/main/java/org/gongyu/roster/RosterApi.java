package org.gongyu.roster;

import java.util.List;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Rosters over the API, for programs at the gate.
 */
@RestController
@RequestMapping("/api/v1/desk/slots/{id}/roster")
class RosterApi {

	record RosterList(List<RosterLine> items) {
	}

	private final Rosters rosters;

	RosterApi(Rosters rosters) {
		this.rosters = rosters;
	}

	@GetMapping
	Mono<RosterList> roster(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.rosters.see(who, id, AuditAction.ROSTER_SEEN)
			.flatMap(RefusedError::unless)
			.map(roster -> new RosterList(roster.lines()));
	}

}
