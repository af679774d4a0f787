package org.gongyu.calendar;

import java.time.LocalDate;
import java.util.List;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code holiday}.
 */
@Component
class HolidayRows {

	private final DatabaseClient database;

	HolidayRows(DatabaseClient database) {
		this.database = database;
	}

	Flux<Holiday> between(LocalDate from, LocalDate to) {
		return this.database.sql("select day, name, off from holiday where day >= :from and day < :to order by day")
			.bind("from", from)
			.bind("to", to)
			.map(HolidayRows::holiday)
			.all();
	}

	Flux<Holiday> ofNotice(int year) {
		return this.database.sql("select day, name, off from holiday where notice = :year order by day")
			.bind("year", year)
			.map(HolidayRows::holiday)
			.all();
	}

	Flux<Integer> years() {
		return this.database.sql("select distinct notice from holiday order by notice desc")
			.map(row -> row.get("notice", Integer.class))
			.all();
	}

	Mono<Void> forget(int year) {
		return this.database.sql("delete from holiday where notice = :year")
			.bind("year", year)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Of a day of which two notices speak, the one that was brought in last is believed.
	 */
	Mono<Void> add(int year, List<Holiday> holidays) {
		return this.database.sql("""
				insert into holiday (day, name, off, notice)
				select d, n, o, :year from unnest(:days::date[], :names::text[], :offs::boolean[]) h(d, n, o)
				on conflict (day) do update set name = excluded.name, off = excluded.off, notice = excluded.notice""")
			.bind("year", year)
			.bind("days", holidays.stream().map(Holiday::day).toArray(LocalDate[]::new))
			.bind("names", holidays.stream().map(Holiday::name).toArray(String[]::new))
			.bind("offs", holidays.stream().map(Holiday::off).toArray(Boolean[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static Holiday holiday(Readable row) {
		return new Holiday(row.get("day", LocalDate.class), row.get("name", String.class),
				row.get("off", Boolean.class));
	}

}
