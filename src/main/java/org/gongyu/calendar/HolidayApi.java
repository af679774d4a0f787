package org.gongyu.calendar;

import java.util.List;

import jakarta.validation.Valid;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Public holidays over the API.
 */
@RestController
@RequestMapping("/api/v1/holidays")
class HolidayApi {

	/**
	 * What a year's notice says.
	 */
	record Year(int year, List<Holiday> days) {
	}

	private final Holidays holidays;

	HolidayApi(Holidays holidays) {
		this.holidays = holidays;
	}

	@GetMapping
	Mono<Year> one(@RequestParam int year) {
		return this.holidays.notice(year).map(days -> new Year(year, days));
	}

	@PutMapping
	Mono<Year> publish(@Valid @RequestBody HolidayNotice notice) {
		return Mono.defer(() -> this.holidays.publish(notice)).map(days -> new Year(notice.year(), days));
	}

}
