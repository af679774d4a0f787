package org.gongyu.booking;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Check-in over the API.
 */
@RestController
class CheckInApi {

	record CheckInRequest(@NotBlank @Size(max = 100) String code, @Nullable UUID slotId) {
	}

	record CheckedIn(UUID booking, int seats, int adults, Instant checkedInAt) {
	}

	private final CheckIns checkIns;

	CheckInApi(CheckIns checkIns) {
		this.checkIns = checkIns;
	}

	@PostMapping("/api/v1/check-ins")
	Mono<CheckedIn> checkIn(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody CheckInRequest request) {
		return this.checkIns.admit(who, request.code(), request.slotId())
			.flatMap(RefusedError::unless)
			.map(booking -> new CheckedIn(booking.id(), booking.seats(), booking.adults(),
					Objects.requireNonNull(booking.checkedInAt())));
	}

}
