package org.gongyu.booking;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Limits;
import org.gongyu.platform.Pages;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How seats are given, and every limit that the hub keeps, with its reason: a rule that
 * nobody can read is no fair one.
 */
@Pages
class RulesPages {

	/**
	 * A limit as people read it.
	 *
	 * @param unit DAYS, HOURS or MINUTES
	 * @param units how many of them the period has
	 */
	record Rule(String name, int acts, String unit, long units) {

		static Rule of(String name, Limits.Limit limit) {
			Duration period = limit.period();
			if (period.toHours() >= 24) {
				return new Rule(name, limit.acts(), "DAYS", period.toDays());
			}
			return (period.toMinutes() >= 60) ? new Rule(name, limit.acts(), "HOURS", period.toHours())
					: new Rule(name, limit.acts(), "MINUTES", period.toMinutes());
		}

		boolean isOfBooking() {
			return this.name.contains("hold") || this.name.contains("line") || this.name.contains("search");
		}

	}

	private final Map<Boolean, List<Rule>> rules;

	private final int liveHolds;

	RulesPages(HubProperties hub, BookingProperties properties) {
		this.liveHolds = properties.liveHolds();
		this.rules = hub.limits()
			.entrySet()
			.stream()
			.map(each -> Rule.of(each.getKey(), each.getValue()))
			.collect(Collectors.partitioningBy(Rule::isOfBooking));
	}

	@GetMapping("/rules")
	String rules(Model model) {
		model.addAttribute("booking", this.rules.get(true));
		model.addAttribute("account", this.rules.get(false));
		model.addAttribute("liveHolds", this.liveHolds);
		return "booking/rules";
	}

}
