package org.gongyu.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.Nulls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code venue} and {@code venue_accreditation}.
 */
@Component
class VenueRows {

	/**
	 * A venue with the time at which it was added, which orders lists.
	 */
	record Listed(Venue venue, Instant addedAt) {
	}

	private static final String SELECT = """
			select v.*, coalesce(a.kinds, '{}') as kinds, a.levels, a.ends
			  from venue v left join lateral (
			    select array_agg(accreditation order by accreditation) as kinds,
			           array_agg(coalesce(level, '') order by accreditation) as levels,
			           array_agg(coalesce(valid_until::text, '') order by accreditation) as ends
			      from venue_accreditation where venue_id = v.id) a on true
			""";

	private final DatabaseClient database;

	VenueRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Venue> find(UUID id) {
		return this.database.sql(SELECT + "where v.id = :id").bind("id", id).map(VenueRows::venue).one();
	}

	Flux<Venue> of(UUID organization, int limit) {
		return this.database.sql(SELECT + "where v.organization_id = :organization order by v.name limit :limit")
			.bind("organization", organization)
			.bind("limit", limit)
			.map(VenueRows::venue)
			.all();
	}

	/**
	 * Those of the venues that belong to the organization.
	 */
	Flux<Venue> of(UUID organization, Set<UUID> ids) {
		return this.database.sql(SELECT + "where v.organization_id = :organization and v.id = any (:ids)")
			.bind("organization", organization)
			.bind("ids", ids.toArray(UUID[]::new))
			.map(VenueRows::venue)
			.all();
	}

	Flux<Listed> list(@Nullable VenueKind kind, @Nullable String region, @Nullable Cursor after, int limit) {
		return this.database
			.sql(SELECT
					+ """
							where (:kind::text is null or v.kind = :kind)
							  and (:region::text is null or starts_with(v.region_code, :region) or position(:region in v.region) > 0)
							  and (:after::timestamptz is null or (v.created_at, v.id) > (:after, :id))
							order by v.created_at, v.id limit :limit""")
			.bind("kind", Nulls.of((kind != null) ? kind.name() : null, String.class))
			.bind("region", Nulls.of(region, String.class))
			.bind("after", Nulls.of((after != null) ? after.at() : null, Instant.class))
			.bind("id", Nulls.of((after != null) ? after.id() : null, UUID.class))
			.bind("limit", limit)
			.map(row -> new Listed(venue(row), row.get("created_at", Instant.class)))
			.all();
	}

	/**
	 * Adds a venue; false when name and region are known. Runs in the caller's
	 * transaction, if there is one.
	 */
	Mono<Boolean> add(Venue venue) {
		return bind(
				this.database
					.sql("""
							insert into venue (id, organization_id, parent_id, site_id, name, name_key, kind, region_code, region, address,
							  latitude, longitude, opening_hours, contact, phone, website, summary, accessibility, booking_mode, zone, free, capacity)
							values (:id, :organization, :parent, :site, :name, :key, :kind, :regionCode, :region, :address,
							  :latitude, :longitude, :openingHours, :contact, :phone, :website, :summary, :accessibility, :bookingMode, :zone, :free, :capacity)
							on conflict (name_key, region) do nothing"""),
				venue)
			.bind("organization", venue.organization())
			.bind("parent", Nulls.of(venue.parent(), UUID.class))
			.bind("site", venue.site())
			.fetch()
			.rowsUpdated()
			.flatMap(rows -> (rows > 0) ? accredit(venue).thenReturn(true) : Mono.just(false));
	}

	/**
	 * Changes a venue, in the caller's transaction. Another with its name and region is a
	 * {@link DuplicateKeyException}, which ends that transaction.
	 */
	Mono<Void> change(Venue venue) {
		return bind(
				this.database
					.sql("""
							update venue set name = :name, name_key = :key, kind = :kind, region_code = :regionCode, region = :region,
							  address = :address, latitude = :latitude, longitude = :longitude, opening_hours = :openingHours, contact = :contact, phone = :phone, website = :website,
							  summary = :summary, accessibility = :accessibility, booking_mode = :bookingMode, zone = :zone, free = :free,
							  capacity = :capacity
							 where id = :id"""),
				venue)
			.fetch()
			.rowsUpdated()
			.then(Mono.defer(() -> accredit(venue)));
	}

	/**
	 * Those of the keys that a venue has.
	 */
	Flux<VenueKey> known(List<VenueKey> keys) {
		return this.database
			.sql("""
					select v.name_key, v.region
					  from venue v join unnest(:keys::text[], :regions::text[]) d(k, r) on v.name_key = d.k and v.region = d.r""")
			.bind("keys", keys.stream().map(VenueKey::name).toArray(String[]::new))
			.bind("regions", keys.stream().map(VenueKey::region).toArray(String[]::new))
			.map(row -> new VenueKey(row.get("name_key", String.class), row.get("region", String.class)))
			.all();
	}

	private Mono<Void> accredit(Venue venue) {
		List<Accreditation> all = venue.accreditations();
		return this.database
			.sql("""
					with gone as (delete from venue_accreditation where venue_id = :id and accreditation <> all (:kinds))
					insert into venue_accreditation (venue_id, accreditation, level, valid_until)
					select :id, k, nullif(l, ''), nullif(e, '')::date
					  from unnest(:kinds::text[], :levels::text[], :ends::text[]) d(k, l, e)
					on conflict (venue_id, accreditation) do update set level = excluded.level, valid_until = excluded.valid_until""")
			.bind("id", venue.id())
			.bind("kinds", all.stream().map(each -> each.kind().name()).toArray(String[]::new))
			.bind("levels", all.stream().map(each -> (each.level() != null) ? each.level() : "").toArray(String[]::new))
			.bind("ends",
					all.stream()
						.map(each -> (each.validUntil() != null) ? each.validUntil().toString() : "")
						.toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement, Venue venue) {
		Position position = venue.position();
		return statement.bind("id", venue.id())
			.bind("name", venue.name())
			.bind("key", VenueKey.of(venue.name(), venue.region()).name())
			.bind("kind", venue.kind().name())
			.bind("regionCode", Nulls.of(venue.regionCode(), String.class))
			.bind("region", venue.region())
			.bind("address", Nulls.of(venue.address(), String.class))
			.bind("latitude", Nulls.of((position != null) ? position.latitude() : null, Double.class))
			.bind("longitude", Nulls.of((position != null) ? position.longitude() : null, Double.class))
			.bind("openingHours", Nulls.of(venue.openingHours(), String.class))
			.bind("contact", Nulls.of(venue.contact(), String.class))
			.bind("phone", Nulls.of(venue.phone(), String.class))
			.bind("website", Nulls.of(venue.website(), String.class))
			.bind("summary", Nulls.of(venue.summary(), String.class))
			.bind("accessibility", names(venue.accessibility()))
			.bind("bookingMode", venue.bookingMode().name())
			.bind("zone", venue.zone().getId())
			.bind("free", Nulls.of(venue.free(), Boolean.class))
			.bind("capacity", Nulls.of(venue.capacity(), Integer.class));
	}

	private static String[] names(Collection<? extends Enum<?>> values) {
		return values.stream().map(Enum::name).sorted().toArray(String[]::new);
	}

	private static Venue venue(Readable row) {
		Set<AccessibilityFact> facts = EnumSet.noneOf(AccessibilityFact.class);
		Arrays.stream(row.get("accessibility", String[].class)).map(AccessibilityFact::valueOf).forEach(facts::add);
		return new Venue(row.get("id", UUID.class), row.get("organization_id", UUID.class),
				row.get("parent_id", UUID.class), row.get("site_id", UUID.class), row.get("name", String.class),
				VenueKind.valueOf(row.get("kind", String.class)), row.get("region_code", String.class),
				row.get("region", String.class), row.get("address", String.class), position(row),
				row.get("opening_hours", String.class), row.get("contact", String.class),
				row.get("phone", String.class), row.get("website", String.class), row.get("summary", String.class),
				facts, BookingMode.valueOf(row.get("booking_mode", String.class)),
				ZoneId.of(row.get("zone", String.class)), row.get("free", Boolean.class),
				row.get("capacity", Integer.class), accreditations(row));
	}

	private static @Nullable Position position(Readable row) {
		Double latitude = row.get("latitude", Double.class);
		Double longitude = row.get("longitude", Double.class);
		return (latitude != null && longitude != null) ? new Position(latitude, longitude) : null;
	}

	private static List<Accreditation> accreditations(Readable row) {
		String[] kinds = row.get("kinds", String[].class);
		String[] levels = row.get("levels", String[].class);
		String[] ends = row.get("ends", String[].class);
		Accreditation[] all = new Accreditation[kinds.length];
		for (int i = 0; i < kinds.length; i++) {
			all[i] = new Accreditation(Accreditation.Kind.valueOf(kinds[i]), levels[i].isEmpty() ? null : levels[i],
					ends[i].isEmpty() ? null : LocalDate.parse(ends[i]));
		}
		return List.of(all);
	}

}
