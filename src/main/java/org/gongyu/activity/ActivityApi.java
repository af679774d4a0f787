package org.gongyu.activity;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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
 * Activities over the API: anybody reads what is published, managers keep theirs.
 */
@RestController
@RequestMapping("/api/v1")
class ActivityApi {

	record Withdrawal(@NotBlank @Size(max = 200) String reason) {
	}

	/**
	 * An activity with its slots that have not ended.
	 */
	record ActivityView(Activity activity, List<Slot> slots) {
	}

	record Added(int slots) {
	}

	record Published(List<UUID> slots) {
	}

	private final Activities activities;

	private final Slots slots;

	private final ActivityPictures pictures;

	ActivityApi(Activities activities, Slots slots, ActivityPictures pictures) {
		this.activities = activities;
		this.slots = slots;
		this.pictures = pictures;
	}

	@GetMapping("/activities/{id}")
	Mono<ActivityView> one(@PathVariable UUID id) {
		return this.activities.published(id)
			.switchIfEmpty(Mono.error(() -> RefusedError.of(ActivityRefusal.NO_SUCH_ACTIVITY)))
			.flatMap(activity -> this.slots.of(id)
				.filter(slot -> slot.state() != PublicationState.DRAFT)
				.map(Slot::shown)
				.collectList()
				.map(found -> new ActivityView(activity, found)));
	}

	@PostMapping("/activities")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Activity> draft(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody ActivityRequest request) {
		return this.activities.draft(who, request).flatMap(RefusedError::unless);
	}

	@PutMapping("/activities/{id}")
	Mono<Activity> correct(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody ActivityRequest request) {
		return this.activities.correct(who, id, request).flatMap(RefusedError::unless);
	}

	/**
	 * Gives the activity a picture; the body is the file, JPEG or PNG.
	 * @param alt what it shows, for who does not see it
	 */
	@PutMapping("/activities/{id}/picture")
	Mono<Activity> show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable @Size(max = 120) String alt, @RequestBody Flux<DataBuffer> file) {
		return this.pictures.show(who, id, file, alt).flatMap(RefusedError::unless);
	}

	@PostMapping("/activities/{id}/slots")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Slot> addSlot(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody SlotRequest request) {
		return this.activities.addSlot(who, id, request).flatMap(RefusedError::unless);
	}

	@PostMapping("/activities/{id}/slots/weekly")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Added> addWeekly(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody WeeklyRequest request) {
		return this.activities.addWeekly(who, id, zone -> request).flatMap(RefusedError::unless).map(Added::new);
	}

	@PostMapping("/activities/{id}/publish")
	Mono<Published> publish(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.activities.publish(who, id).flatMap(RefusedError::unless).map(Published::new);
	}

	@DeleteMapping("/slots/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> removeSlot(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
		return this.activities.removeSlot(who, id).flatMap(RefusedError::unless).then();
	}

	@PostMapping("/slots/{id}/withdraw")
	Mono<Slot> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @RequestBody Withdrawal request) {
		return this.activities.withdraw(who, id, request.reason()).flatMap(RefusedError::unless);
	}

}
