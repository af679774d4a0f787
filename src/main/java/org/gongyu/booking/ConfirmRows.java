package org.gongyu.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.gongyu.activity.SlotOffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Calls the SQL function that confirms a batch.
 */
@Component
class ConfirmRows {

	/**
	 * A batch's verdicts in its order, and the numbers that the image is told.
	 */
	record Result(List<Verdict> verdicts, @Nullable String numbers) {
	}

	private final DatabaseClient database;

	ConfirmRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Result> confirm(SlotOffer offer, List<Confirmation> batch) {
		return this.database
			.sql("""
					select verdicts, bookings, numbers from confirm_bookings(:slot, :organization, :site, :ids, :holds, :accounts,
					  :households, :parties, :pools, :seats, :adults, :children, :states, :desk, :names, :phones, :answers)""")
			.bind("slot", offer.slot().id())
			.bind("organization", offer.venue().organization())
			.bind("site", offer.venue().site())
			.bind("ids", column(batch, Confirmation::booking, UUID[]::new))
			.bind("holds", column(batch, each -> each.hold().id(), UUID[]::new))
			.bind("accounts", column(batch, Confirmation::account, UUID[]::new))
			.bind("households", column(batch, Confirmation::household, UUID[]::new))
			.bind("parties", column(batch, each -> each.hold().party(), UUID[]::new))
			.bind("pools", column(batch, each -> each.hold().pool().name(), String[]::new))
			.bind("seats", column(batch, each -> each.hold().seats(), Integer[]::new))
			.bind("adults", column(batch, Confirmation::adults, Integer[]::new))
			.bind("children", column(batch, ConfirmRows::children, String[]::new))
			.bind("states", column(batch, each -> each.state().name(), String[]::new))
			.bind("desk", column(batch, Confirmation::desk, Boolean[]::new))
			.bind("names", column(batch, Confirmation::contactName, String[]::new))
			.bind("phones", column(batch, Confirmation::contactPhone, String[]::new))
			.bind("answers", column(batch, Confirmation::answers, String[]::new))
			.map(row -> new Result(verdicts(row.get("verdicts", String[].class), row.get("bookings", UUID[].class)),
					row.get("numbers", String.class)))
			.one();
	}

	private static String children(Confirmation each) {
		return each.children().stream().map(UUID::toString).collect(Collectors.joining(","));
	}

	private static List<Verdict> verdicts(String[] codes, UUID[] bookings) {
		List<Verdict> verdicts = new ArrayList<>(codes.length);
		for (int i = 0; i < codes.length; i++) {
			verdicts.add(new Verdict(Verdict.Code.valueOf(codes[i]), bookings[i]));
		}
		return verdicts;
	}

	private static <R> R[] column(List<Confirmation> batch, Function<Confirmation, ? extends @Nullable R> value,
			IntFunction<R[]> type) {
		return batch.stream().map(value).toArray(type);
	}

}
