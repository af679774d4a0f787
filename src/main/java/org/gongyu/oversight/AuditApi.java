package org.gongyu.oversight;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditCheck;
import org.gongyu.platform.Page;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The audit log over the API of the hub's operators.
 */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

	private final AuditSearch search;

	private final Audit audit;

	AuditApi(AuditSearch search, Audit audit) {
		this.search = search;
		this.audit = audit;
	}

	@GetMapping
	Mono<Page<AuditSearch.Line>> find(@AuthenticationPrincipal SignedIn who, @ModelAttribute AuditSearch.Wish wish) {
		return this.search.find(who, wish);
	}

	/**
	 * Walks the whole chain of hashes.
	 */
	@GetMapping("/check")
	Mono<AuditCheck> check() {
		return this.audit.check();
	}

}
