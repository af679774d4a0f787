package org.gongyu.venue;

import java.util.UUID;

import jakarta.validation.Valid;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Page;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Venues over the API.
 */
@RestController
@RequestMapping("/api/v1/venues")
class VenueApi {

	private final Venues venues;

	private final HubProperties hub;

	VenueApi(Venues venues, HubProperties hub) {
		this.venues = venues;
		this.hub = hub;
	}

	@GetMapping
	Mono<Page<Venue>> list(@RequestParam(required = false) @Nullable VenueKind kind,
			@RequestParam(required = false) @Nullable String region,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer size) {
		return Mono.defer(() -> this.venues.list(kind, region, Cursor.decode(cursor), this.hub.pageSize(size)));
	}

	@GetMapping("/{id}")
	Mono<Venue> one(@PathVariable UUID id) {
		return this.venues.find(id).switchIfEmpty(Mono.error(() -> RefusedError.of(VenueRefusal.NO_SUCH_VENUE)));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Venue> add(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody VenueRequest request) {
		return this.venues.add(who, request).flatMap(RefusedError::unless);
	}

	@PutMapping("/{id}")
	Mono<Venue> change(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody VenueRequest request) {
		return this.venues.change(who, id, request).flatMap(RefusedError::unless);
	}

}
