package org.gongyu.calendar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.gongyu.platform.InvalidInput;
import org.gongyu.platform.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Public holidays in the browser of the hub's operators: what is known, and a year's
 * notice to bring in.
 */
@Pages
class HolidayPages {

	private static final int LONGEST = 50_000;

	/**
	 * A notice as it is pasted.
	 */
	record NoticeForm(@Nullable String notice) {
	}

	/**
	 * What is known of a year.
	 */
	record Year(int year, List<Holiday> days) {
	}

	private final Holidays holidays;

	private final JsonMapper json;

	private final Validator validator;

	HolidayPages(Holidays holidays, JsonMapper json, Validator validator) {
		this.holidays = holidays;
		this.json = json;
		this.validator = validator;
	}

	@GetMapping("/operator/holidays")
	Mono<String> list(Model model) {
		return shown(new NoticeForm(null), model);
	}

	@PostMapping("/operator/holidays")
	Mono<Rendering> publish(@ModelAttribute("form") NoticeForm form, Model model) {
		return Mono.fromSupplier(() -> read(form))
			.flatMap(notice -> this.holidays.publish(notice))
			.map(days -> Rendering.redirectTo("/operator/holidays").status(HttpStatus.SEE_OTHER).build())
			.onErrorResume(InvalidInput.class, invalid -> {
				model.addAttribute("invalid", invalid.violations().get(0));
				return shown(form, model).map(view -> Rendering.view(view).status(HttpStatus.BAD_REQUEST).build());
			});
	}

	private HolidayNotice read(NoticeForm form) {
		String text = (form.notice() != null) ? form.notice() : "";
		if (text.length() > LONGEST) {
			throw new InvalidInput("notice", "tooLong", LONGEST);
		}
		try {
			@Nullable HolidayNotice notice = this.json.readValue(text, HolidayNotice.class);
			if (notice == null) {
				throw new InvalidInput("notice", "holidayForm", "JSON");
			}
			Set<ConstraintViolation<HolidayNotice>> wrong = this.validator.validate(notice);
			if (wrong.isEmpty()) {
				return notice;
			}
			throw new InvalidInput("notice", "holidayForm",
					wrong.stream()
						.map(each -> each.getPropertyPath().toString())
						.sorted()
						.collect(Collectors.joining(", ")));
		}
		catch (JacksonException ex) {
			throw new InvalidInput("notice", "holidayForm", "JSON");
		}
	}

	private Mono<String> shown(NoticeForm form, Model model) {
		model.addAttribute("form", form);
		return this.holidays.years()
			.flatMapMany(Flux::fromIterable)
			.concatMap(year -> this.holidays.notice(year).map(days -> new Year(year, days)))
			.collectList()
			.doOnNext(years -> model.addAttribute("years", years))
			.thenReturn("calendar/holidays");
	}

}
