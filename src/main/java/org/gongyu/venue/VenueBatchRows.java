package org.gongyu.venue;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Adds many venues to the tables of {@link VenueRows} with few statements.
 */
@Component
class VenueBatchRows {

	private static final int VENUES_PER_STATEMENT = 1_000;

	private static final String ADD = """
			with entry as (
			  select e.key, v.*
			    from jsonb_to_recordset(:entries::jsonb) as e(key text, venue jsonb),
			         jsonb_to_record(e.venue) as v(id uuid, organization uuid, parent uuid, site uuid, name text, kind text,
			           "regionCode" text, region text, address text, position jsonb, "openingHours" text, contact text, phone text, website text,
			           summary text, accessibility text[], "bookingMode" text, zone text, free boolean, capacity int,
			           accreditations jsonb)
			), added as (
			  insert into venue (id, organization_id, parent_id, site_id, name, name_key, kind, region_code, region, address,
			    latitude, longitude, opening_hours, contact, phone, website, summary, accessibility, booking_mode, zone, free, capacity)
			  select id, organization, parent, site, name, key, kind, "regionCode", region, address, (position->>'latitude')::float8,
			         (position->>'longitude')::float8, "openingHours", contact, phone,
			         website, summary, accessibility, "bookingMode", zone, free, capacity
			    from entry
			  returning id
			)
			insert into venue_accreditation (venue_id, accreditation, level, valid_until)
			select added.id, a.kind, a.level, a."validUntil"
			  from added join entry using (id),
			       jsonb_to_recordset(entry.accreditations) as a(kind text, level text, "validUntil" date)""";

	private record Entry(String key, Venue venue) {
	}

	private final DatabaseClient database;

	private final JsonMapper json;

	VenueBatchRows(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Adds all venues or, if one of them is known, fails. Belongs in a transaction.
	 */
	Mono<Void> add(List<Venue> venues) {
		return Flux.fromIterable(venues).buffer(VENUES_PER_STATEMENT).concatMap(this::addSome).then();
	}

	private Mono<Long> addSome(List<Venue> venues) {
		return Mono.fromCallable(() -> entries(venues))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap(entries -> this.database.sql(ADD).bind("entries", entries).fetch().rowsUpdated());
	}

	private String entries(List<Venue> venues) {
		return this.json.writeValueAsString(
				venues.stream().map(each -> new Entry(VenueKey.of(each.name(), each.region()).name(), each)).toList());
	}

}
