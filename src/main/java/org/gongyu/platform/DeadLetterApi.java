package org.gongyu.platform;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The deliveries that were given up, for the hub's operators.
 */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterApi {

	record DeadLetterList(List<OutboxRows.DeadLetter> items) {
	}

	private final Outbox outbox;

	DeadLetterApi(Outbox outbox) {
		this.outbox = outbox;
	}

	@GetMapping
	Mono<DeadLetterList> list() {
		return this.outbox.deadLetters().map(DeadLetterList::new);
	}

	/**
	 * Has a dead letter delivered once more. One that is none any more stays as it is.
	 */
	@PostMapping("/{id}/{handler}/revive")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> revive(@PathVariable long id, @PathVariable String handler) {
		return this.outbox.revive(id, handler);
	}

}
