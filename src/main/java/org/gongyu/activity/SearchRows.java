package org.gongyu.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import org.gongyu.platform.Cursor;
import org.gongyu.venue.AccessibilityFact;
import org.gongyu.venue.Position;
import org.gongyu.venue.Venue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code slot_search}. A filter that is not asked for is not in the statement,
 * so that the planner sees only what it may use an index for.
 */
@Component
class SearchRows {

	/** What lists show of the slots that a statement finds. */
	private static final String CARDS = """
			select x.slot_id, x.activity_id, a.title, a.title_en, x.venue_name, x.region, x.category, x.family_category,
			       x.age_from, x.age_to, a.admission, a.price_cents, s.starts_at, s.ends_at, s.zone, p.released_at, s.seats_left,
			       x.latitude, x.longitude, a.picture_hash
			  from (%s) found
			  join slot_search x on x.slot_id = found.slot_id
			  join slot s on s.id = x.slot_id
			  join activity a on a.id = x.activity_id
			  left join slot_pool p on p.slot_id = x.slot_id and p.pool = 'PUBLIC'
			 order by x.starts_at, x.slot_id""";

	private final DatabaseClient database;

	SearchRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Lists the activity's published slots anew, with what they show now.
	 */
	Mono<Void> index(Activity activity, Venue venue) {
		Position at = venue.position();
		return this.database
			.sql("""
					insert into slot_search (slot_id, activity_id, starts_at, venue_name, region, region_code, venue_kind, category,
					  family_category, age_from, age_to, free, accessible, indoor,
					  latitude, longitude, audiences, plain, bigrams)
					select s.id, a.id, s.starts_at, :venue, :region, :code, :kind, a.category, a.family_category, a.age_from, a.age_to,
					       a.admission = 'FREE', :accessible, a.indoor, :latitude, :longitude,
					       (select coalesce(array_agg(pool) filter (where pool in ('PUBLIC', 'SCHOOL')), '{}') from slot_pool where slot_id = s.id),
					       a.plain, a.bigrams
					  from (select a.*, plain_words(t.text) as plain, bigrams(t.text) as bigrams
					          from activity a, lateral (select concat_ws(' ', a.title, a.title_en, a.summary, a.summary_en, :venue)) t(text)
					         where a.id = :activity offset 0) a
					  join slot s on s.activity_id = a.id and s.state = 'PUBLISHED'
					on conflict (slot_id) do update set venue_name = excluded.venue_name, region = excluded.region,
					  region_code = excluded.region_code, venue_kind = excluded.venue_kind, accessible = excluded.accessible,
					  latitude = excluded.latitude, longitude = excluded.longitude,
					  plain = excluded.plain, bigrams = excluded.bigrams""")
			.bind("venue", venue.name())
			.bind("region", venue.region())
			.bind("code", Nulls.of(venue.regionCode(), String.class))
			.bind("kind", venue.kind().name())
			.bind("accessible", venue.accessibility().contains(AccessibilityFact.STEP_FREE))
			.bind("latitude", Nulls.of((at != null) ? at.latitude() : null, Double.class))
			.bind("longitude", Nulls.of((at != null) ? at.longitude() : null, Double.class))
			.bind("activity", activity.id())
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> remove(UUID slot) {
		return this.database.sql("delete from slot_search where slot_id = :slot")
			.bind("slot", slot)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The slots that a query finds, by start, one more than the page holds. They are
	 * found in an index first; only what the page shows is read.
	 */
	Flux<SlotCard> find(SlotQuery query) {
		Map<String, Object> values = new LinkedHashMap<>();
		StringBuilder where = new StringBuilder("x.starts_at >= :from");
		values.put("from", query.from());
		filter(where, values, "to", query.to(), "x.starts_at < :to");
		filter(where, values, "region", query.region(),
				"(starts_with(x.region_code, :region) or position(:region in x.region) > 0)");
		filter(where, values, "kind", name(query.kind()), "x.venue_kind = :kind");
		filter(where, values, "category", name(query.category()), "x.category = :category");
		filter(where, values, "family", name(query.family()), "x.family_category = :family");
		filter(where, values, "youngest", query.youngest(), "x.age_from <= :youngest");
		filter(where, values, "oldest", query.oldest(), "x.age_to >= :oldest");
		filter(where, values, "audience", name(query.audience()), ":audience = any (x.audiences)");
		filter(where, values, "free", query.free(), "x.free = :free");
		filter(where, values, "accessible", query.accessible(), "x.accessible = :accessible");
		filter(where, values, "indoor", query.indoor(), "x.indoor = :indoor");
		near(where, values, query.near());
		filter(where, values, "seats", query.seats(),
				"exists (select from slot s where s.id = x.slot_id and (s.seats_left is null or s.seats_left >= :seats))");
		filter(where, values, "words", query.words(),
				"""
						x.bigrams @> query_bigrams(:words)
						and (select bool_and(position(w in x.plain) > 0) from unnest(string_to_array(plain_words(:words), ' ')) w)""");
		Cursor after = query.after();
		if (after != null) {
			where.append(" and (x.starts_at, x.slot_id) > (:afterTime, :afterId)");
			values.put("afterTime", after.at());
			values.put("afterId", after.id());
		}
		return this.database
			.sql(CARDS.formatted("select x.slot_id from slot_search x where %s order by x.starts_at, x.slot_id limit %d"
				.formatted(where, query.size() + 1)))
			.bindValues(values)
			.map(SearchRows::card)
			.all();
	}

	/** Within the circle; on this scale a degree of latitude is the same everywhere. */
	private static void near(StringBuilder where, Map<String, Object> values, @Nullable Near near) {
		if (near == null) {
			return;
		}
		where.append(" and ").append("""
				power((x.latitude - :latitude) * 111.2, 2)
				+ power((x.longitude - :longitude) * 111.2 * cos(radians(:latitude)), 2) <= power(:kilometres, 2)""");
		values.put("latitude", near.center().latitude());
		values.put("longitude", near.center().longitude());
		values.put("kilometres", (double) near.kilometres());
	}

	/**
	 * The regions in which something is to come, by name.
	 */
	Flux<String> regions(Instant from, int most) {
		return this.database
			.sql("select distinct region from slot_search where starts_at >= :from order by region limit :most")
			.bind("from", from)
			.bind("most", most)
			.map(row -> row.get("region", String.class))
			.all();
	}

	/**
	 * The next published slot of each of the activities, as a list shows it.
	 */
	Flux<SlotCard> next(List<UUID> activities, Instant from) {
		return this.database.sql(CARDS.formatted("""
				select distinct on (activity_id) slot_id from slot_search
				 where activity_id = any (:activities) and starts_at >= :from order by activity_id, starts_at"""))
			.bind("activities", activities.toArray(UUID[]::new))
			.bind("from", from)
			.map(SearchRows::card)
			.all();
	}

	private static void filter(StringBuilder where, Map<String, Object> values, String name, @Nullable Object value,
			String clause) {
		if (value != null) {
			where.append(" and ").append(clause);
			values.put(name, value);
		}
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	private static SlotCard card(Readable row) {
		String family = row.get("family_category", String.class);
		Double latitude = row.get("latitude", Double.class);
		return new SlotCard(row.get("slot_id", UUID.class), row.get("activity_id", UUID.class),
				row.get("title", String.class), row.get("title_en", String.class), row.get("venue_name", String.class),
				row.get("region", String.class), Category.valueOf(row.get("category", String.class)),
				(family != null) ? FamilyCategory.valueOf(family) : null, row.get("age_from", Integer.class),
				row.get("age_to", Integer.class), Admission.valueOf(row.get("admission", String.class)),
				row.get("price_cents", Integer.class), row.get("starts_at", Instant.class),
				row.get("ends_at", Instant.class), ZoneId.of(row.get("zone", String.class)),
				row.get("released_at", Instant.class), row.get("seats_left", Integer.class),
				(latitude != null) ? new Position(latitude, row.get("longitude", Double.class)) : null,
				row.get("picture_hash", String.class));
	}

}
