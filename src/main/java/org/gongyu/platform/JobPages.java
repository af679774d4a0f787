package org.gongyu.platform;

import reactor.core.publisher.Mono;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the hub did by itself lately, in the browser of the hub's operators.
 */
@Pages
class JobPages {

	private final Jobs jobs;

	private final HubProperties hub;

	JobPages(Jobs jobs, HubProperties hub) {
		this.jobs = jobs;
		this.hub = hub;
	}

	@GetMapping("/operator/jobs")
	Mono<String> list(Model model) {
		model.addAttribute("zone", this.hub.zone());
		return this.jobs.last().doOnNext(runs -> model.addAttribute("runs", runs)).thenReturn("platform/jobs");
	}

}
