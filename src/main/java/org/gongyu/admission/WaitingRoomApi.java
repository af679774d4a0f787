package org.gongyu.admission;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Places in line over the API. A place is given by a hold that is refused with
 * {@code IN_LINE}, and is asked for again when its {@code againMillis} are over.
 */
@RestController
@RequestMapping("/api/v1/places")
class WaitingRoomApi {

	private final WaitingRooms rooms;

	WaitingRoomApi(WaitingRooms rooms) {
		this.rooms = rooms;
	}

	@GetMapping("/{ticket}")
	Mono<Place> place(@AuthenticationPrincipal SignedIn who, @PathVariable String ticket,
			@RequestParam(required = false) @Nullable String proof) {
		return this.rooms.place(who.account(), ticket, proof).flatMap(RefusedError::unless);
	}

}
