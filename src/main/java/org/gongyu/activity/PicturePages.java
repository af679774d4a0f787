package org.gongyu.activity;

import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.picture.PictureRefusal;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Pages;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The picture of an activity, in its manager's browser.
 */
@Pages
class PicturePages {

	private static final int LONGEST_ALT = 120;

	/**
	 * A picture as it is uploaded.
	 *
	 * @param alt what it shows, in words
	 */
	record Upload(@Nullable FilePart picture, @Nullable String alt) {

		@Nullable String words() {
			String text = (this.alt != null) ? this.alt.strip() : "";
			return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST_ALT, text.length()));
		}

	}

	private final Activities activities;

	private final ActivityPictures pictures;

	PicturePages(Activities activities, ActivityPictures pictures) {
		this.activities = activities;
		this.pictures = pictures;
	}

	@GetMapping("/desk/activities/{id}/picture")
	Mono<String> form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
		return this.activities.managed(who, id)
			.flatMap(RefusedError::unless)
			.doOnNext(activity -> model.addAttribute("activity", activity))
			.thenReturn("activity/picture");
	}

	@PostMapping("/desk/activities/{id}/picture")
	Mono<Rendering> show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @ModelAttribute Upload upload,
			Model model) {
		FilePart file = upload.picture();
		Mono<Outcome<Activity>> shown = (file == null) ? Mono.just(Outcome.refused(PictureRefusal.NOT_A_PICTURE))
				: this.pictures.show(who, id, file.content(), upload.words());
		return shown.flatMap(outcome -> outcome.fold(
				activity -> Mono
					.just(Rendering.redirectTo("/desk/activities/" + id).status(HttpStatus.SEE_OTHER).build()),
				refusal -> refused(who, id, refusal, model)));
	}

	private Mono<Rendering> refused(SignedIn who, UUID id, Refusal refusal, Model model) {
		model.addAttribute("refusal", refusal);
		return form(who, id, model)
			.map(view -> Rendering.view(view).status(HttpStatus.valueOf(refusal.status())).build());
	}

}
