package org.gongyu.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.RefusedError;
import org.gongyu.venue.Venues;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A manager's activities in the browser: describe, add slots, publish, withdraw.
 */
@Pages
class ActivityDeskPages {

	/**
	 * A slot, or one a week, as it is typed.
	 */
	record SlotForm(@NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
			@NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime starts,
			@NotNull @Min(5) @Max(1440) @Nullable Integer minutes,
			@NotNull @Min(1) @Max(100_000) @Nullable Integer publicSeats,
			@Nullable @Min(0) @Max(100_000) Integer schoolSeats, @Nullable @Min(0) @Max(100_000) Integer deskSeats,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime releasedAt,
			@Nullable @Min(1) @Max(30) Integer weeks, @Nullable @Min(1) @Max(600) Integer windowSeconds,
			@Nullable @Min(1) @Max(60) Integer drawDays, @Nullable @Min(2) @Max(50) Integer batches,
			@Nullable @Min(1) @Max(1440) Integer batchMinutes) {

		static SlotForm empty() {
			return new SlotForm(null, LocalTime.of(10, 0), 90, 20, null, null, null, 1, null, null, null, null);
		}

		private SlotRequest.@Nullable BatchesRequest batchesRequest() {
			return (this.batches != null)
					? new SlotRequest.BatchesRequest(this.batches, (this.batchMinutes != null) ? this.batchMinutes : 10)
					: null;
		}

		WeeklyRequest request(ZoneId zone) {
			LocalDate first = Objects.requireNonNull(this.day);
			List<WeeklyRequest.PoolPattern> pools = new ArrayList<>();
			Integer releaseDays = (this.releasedAt != null)
					? (int) ChronoUnit.DAYS.between(this.releasedAt.toLocalDate(), first) : null;
			LocalTime releaseTime = (this.releasedAt != null) ? this.releasedAt.toLocalTime() : null;
			pools.add(new WeeklyRequest.PoolPattern(Pool.PUBLIC, Objects.requireNonNull(this.publicSeats), releaseDays,
					releaseTime, null, this.windowSeconds, this.drawDays, batchesRequest()));
			if (this.schoolSeats != null && this.schoolSeats > 0) {
				pools.add(
						new WeeklyRequest.PoolPattern(Pool.SCHOOL, this.schoolSeats, null, null, 48, null, null, null));
			}
			if (this.deskSeats != null && this.deskSeats > 0) {
				pools.add(new WeeklyRequest.PoolPattern(Pool.DESK, this.deskSeats, null, null, null, null, null, null));
			}
			return new WeeklyRequest(first, (this.weeks != null) ? this.weeks : 1, List.of(DayOfWeek.from(first)),
					Objects.requireNonNull(this.starts), Objects.requireNonNull(this.minutes), pools);
		}

	}

	record WithdrawForm(@NotBlank @Size(max = 200) @Nullable String reason) {
	}

	private final Activities activities;

	private final Slots slots;

	private final Venues venues;

	ActivityDeskPages(Activities activities, Slots slots, Venues venues) {
		this.activities = activities;
		this.slots = slots;
		this.venues = venues;
	}

	@GetMapping("/desk/activities")
	Mono<String> list(@AuthenticationPrincipal SignedIn who, Model model) {
		return this.activities.managed(who).collectList().map(found -> {
			model.addAttribute("activities", found);
			return "activity/list";
		});
	}

	@GetMapping("/desk/activities/new")
	Mono<String> fresh(@AuthenticationPrincipal SignedIn who, Model model) {
		model.addAttribute("form", new ActivityForm());
		return form(who, model);
	}

	@PostMapping("/desk/activities/new")
	Mono<Rendering> draft(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") ActivityForm form,
			Model model) {
		return save(who, form, model, request -> this.activities.draft(who, request));
	}

	@GetMapping("/desk/activities/{id}/edit")
	Mono<String> edit(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return this.activities.managed(who, id).flatMap(RefusedError::unless).flatMap(activity -> {
			model.addAttribute("form", ActivityForm.of(activity));
			return form(who, model);
		});
	}

	@PostMapping("/desk/activities/{id}/edit")
	Mono<Rendering> correct(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@ModelAttribute("form") ActivityForm form, Model model) {
		return save(who, form, model, request -> this.activities.correct(who, id, request));
	}

	@GetMapping("/desk/activities/{id}")
	Mono<String> one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		model.addAttribute("form", SlotForm.empty());
		return shown(who, id, model);
	}

	@PostMapping("/desk/activities/{id}/slots")
	Mono<Rendering> addSlots(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id,
			@Valid @ModelAttribute("form") SlotForm form, BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return shown(who, id, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		return this.activities.addWeekly(who, id, form::request)
			.map(outcome -> outcome.map(count -> to("/desk/activities/" + id)))
			.flatMap(outcome -> answered(who, id, outcome, model))
			.onErrorResume(InvalidInput.class, invalid -> {
				model.addAttribute("invalid", invalid.violations().get(0));
				return shown(who, id, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
			});
	}

	@PostMapping("/desk/activities/{id}/publish")
	Mono<Rendering> publish(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		model.addAttribute("form", SlotForm.empty());
		return this.activities.publish(who, id)
			.map(outcome -> outcome.map(published -> to("/desk/activities/" + id)))
			.flatMap(outcome -> answered(who, id, outcome, model));
	}

	@PostMapping("/desk/activities/{id}/slots/{slot}/withdraw")
	Mono<Rendering> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID slot,
			@Valid @ModelAttribute("withdrawal") WithdrawForm withdrawal, BindingResult errors, Model model) {
		model.addAttribute("form", SlotForm.empty());
		if (errors.hasErrors()) {
			model.addAttribute("invalid", new InvalidInput.Violation("reason", "required", List.of()));
			return shown(who, id, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
		}
		return this.activities.withdraw(who, slot, String.valueOf(withdrawal.reason()))
			.map(outcome -> outcome.map(withdrawn -> to("/desk/slots/" + slot)))
			.flatMap(outcome -> answered(who, id, outcome, model));
	}

	@PostMapping("/desk/activities/{id}/slots/{slot}/remove")
	Mono<Rendering> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID slot,
			Model model) {
		model.addAttribute("form", SlotForm.empty());
		return this.activities.removeSlot(who, slot)
			.map(outcome -> outcome.map(removed -> to("/desk/activities/" + id)))
			.flatMap(outcome -> answered(who, id, outcome, model));
	}

	private Mono<Rendering> save(SignedIn who, ActivityForm form, Model model,
			Function<ActivityRequest, Mono<Outcome<Activity>>> work) {
		return Mono.fromSupplier(form::request)
			.flatMap(work)
			.flatMap(
					outcome -> outcome.fold(activity -> Mono.just(to("/desk/activities/" + activity.id())), refusal -> {
						model.addAttribute("refusal", refusal);
						return form(who, model)
							.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
					}))
			.onErrorResume(InvalidInput.class, invalid -> {
				model.addAttribute("invalid", invalid.violations().get(0));
				return form(who, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
			});
	}

	private Mono<Rendering> answered(SignedIn who, UUID id, Outcome<Rendering> outcome, Model model) {
		return outcome.fold(Mono::just, refusal -> {
			model.addAttribute("refusal", refusal);
			return shown(who, id, model)
				.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
		});
	}

	private Mono<String> form(SignedIn who, Model model) {
		model.addAttribute("categories", Category.values());
		model.addAttribute("families", FamilyCategory.values());
		return this.venues.of(Objects.requireNonNull(who.organization())).collectList().map(found -> {
			model.addAttribute("venues", found);
			return "activity/form";
		});
	}

	private Mono<String> shown(SignedIn who, UUID id, Model model) {
		return this.activities.managed(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(activity -> model.addAttribute("activity", activity))
			.flatMap(activity -> this.slots.of(id).collectList())
			.map(found -> {
				model.addAttribute("slots", found);
				return "activity/one";
			});
	}

	private static Rendering to(String path) {
		return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
	}

}
