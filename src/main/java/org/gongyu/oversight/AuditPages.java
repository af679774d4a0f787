package org.gongyu.oversight;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Pages;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The audit log in the browser of the hub's operators.
 */
@Pages
class AuditPages {

	private final AuditSearch search;

	private final Audit audit;

	private final HubProperties hub;

	AuditPages(AuditSearch search, Audit audit, HubProperties hub) {
		this.search = search;
		this.audit = audit;
		this.hub = hub;
	}

	@GetMapping("/operator/audit")
	Mono<String> find(@AuthenticationPrincipal SignedIn who, @ModelAttribute("wish") AuditSearch.Wish wish,
			Model model) {
		model.addAttribute("actions", AuditAction.values());
		model.addAttribute("zone", this.hub.zone());
		return this.search.find(who, wish)
			.doOnNext(page -> model.addAttribute("page", page))
			.thenReturn("oversight/audit");
	}

	/**
	 * Walks the whole chain of hashes and tells whether anything was tampered with.
	 */
	@GetMapping("/operator/audit/check")
	Mono<String> check(Model model) {
		return this.audit.check()
			.doOnNext(found -> model.addAttribute("found", found))
			.thenReturn("oversight/audit-check");
	}

}
