package org.gongyu.activity;

import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code activity}.
 */
@Component
class ActivityRows {

	private static final TypeReference<List<CourseStage>> STAGES = new TypeReference<>() {
	};

	private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {
	};

	private final DatabaseClient database;

	private final JsonMapper json;

	ActivityRows(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	Mono<Activity> find(UUID id) {
		return this.database.sql("select * from activity where id = :id").bind("id", id).map(this::activity).one();
	}

	Flux<Activity> of(UUID organization, int limit) {
		return this.database.sql(
				"select * from activity where organization_id = :organization order by created_at desc, id limit :limit")
			.bind("organization", organization)
			.bind("limit", limit)
			.map(this::activity)
			.all();
	}

	/**
	 * The published activities of a venue.
	 */
	Flux<Activity> ofVenue(UUID venue) {
		return this.database.sql("select * from activity where venue_id = :venue and state = 'PUBLISHED' order by id")
			.bind("venue", venue)
			.map(this::activity)
			.all();
	}

	Mono<Void> add(Activity activity) {
		return bind(this.database
			.sql("""
					insert into activity (id, venue_id, organization_id, title, title_en, summary, summary_en, category,
					  family_category, age_from, age_to, admission, price_cents, concession, hazards, adult_required,
					  names_required, indoor, cancel_hours, party_limit, return_minutes, stages, questions)
					values (:id, :venue, :organization, :title, :titleEn, :summary, :summaryEn, :category,
					  :familyCategory, :ageFrom, :ageTo, :admission, :priceCents, :concession, :hazards, :adultRequired,
					  :namesRequired, :indoor, :cancelHours, :partyLimit, :returnMinutes, :stages::jsonb, :questions::jsonb)"""),
				activity)
			.bind("organization", activity.organization())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Corrects a draft; false when it is none.
	 */
	Mono<Boolean> correct(Activity activity) {
		return bind(this.database.sql("""
				update activity set venue_id = :venue, title = :title, title_en = :titleEn, summary = :summary,
				  summary_en = :summaryEn, category = :category, family_category = :familyCategory, age_from = :ageFrom,
				  age_to = :ageTo, admission = :admission, price_cents = :priceCents, concession = :concession,
				  hazards = :hazards, adult_required = :adultRequired, names_required = :namesRequired,
				  indoor = :indoor, cancel_hours = :cancelHours, party_limit = :partyLimit,
				  return_minutes = :returnMinutes, stages = :stages::jsonb, questions = :questions::jsonb
				 where id = :id and state = 'DRAFT'"""), activity).fetch().rowsUpdated().map(rows -> rows > 0);
	}

	Mono<Void> publish(UUID id) {
		return this.database.sql("update activity set state = 'PUBLISHED' where id = :id and state = 'DRAFT'")
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.then();
	}

	private DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement, Activity activity) {
		FamilyCategory family = activity.familyCategory();
		return statement.bind("id", activity.id())
			.bind("venue", activity.venue())
			.bind("title", activity.title())
			.bind("titleEn", text(activity.titleEn()))
			.bind("summary", activity.summary())
			.bind("summaryEn", text(activity.summaryEn()))
			.bind("category", activity.category().name())
			.bind("familyCategory", text((family != null) ? family.name() : null))
			.bind("ageFrom", activity.ageFrom())
			.bind("ageTo", activity.ageTo())
			.bind("admission", activity.admission().name())
			.bind("priceCents", activity.priceCents())
			.bind("concession", text(activity.concession()))
			.bind("hazards", text(activity.hazards()))
			.bind("adultRequired", activity.adultRequired())
			.bind("namesRequired", activity.namesRequired())
			.bind("indoor", activity.indoor())
			.bind("stages", this.json.writeValueAsString(activity.stages()))
			.bind("questions", this.json.writeValueAsString(activity.questions()))
			.bind("cancelHours", activity.cancelHours())
			.bind("partyLimit", activity.partyLimit())
			.bind("returnMinutes", activity.returnMinutes());
	}

	private static Object text(@Nullable String value) {
		return Nulls.of(value, String.class);
	}

	/**
	 * Gives the activity a picture.
	 */
	Mono<Void> show(UUID id, Picture picture) {
		return this.database.sql("update activity set picture_hash = :hash, picture_alt = :alt where id = :id")
			.bind("hash", picture.hash())
			.bind("alt", text(picture.alt()))
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Boolean> shows(String hash) {
		return this.database.sql("select exists (select from activity where picture_hash = :hash) as shown")
			.bind("hash", hash)
			.map(row -> Boolean.TRUE.equals(row.get("shown", Boolean.class)))
			.one();
	}

	private Activity activity(Readable row) {
		String family = row.get("family_category", String.class);
		return new Activity(row.get("id", UUID.class), row.get("venue_id", UUID.class),
				row.get("organization_id", UUID.class), row.get("title", String.class),
				row.get("title_en", String.class), row.get("summary", String.class),
				row.get("summary_en", String.class), Category.valueOf(row.get("category", String.class)),
				(family != null) ? FamilyCategory.valueOf(family) : null, row.get("age_from", Integer.class),
				row.get("age_to", Integer.class), Admission.valueOf(row.get("admission", String.class)),
				row.get("price_cents", Integer.class), row.get("concession", String.class),
				row.get("hazards", String.class), row.get("adult_required", Boolean.class),
				row.get("names_required", Boolean.class), row.get("indoor", Boolean.class),
				row.get("cancel_hours", Integer.class), row.get("party_limit", Integer.class),
				row.get("return_minutes", Integer.class), this.json.readValue(row.get("stages", String.class), STAGES),
				this.json.readValue(row.get("questions", String.class), QUESTIONS), picture(row),
				PublicationState.valueOf(row.get("state", String.class)));
	}

	private static @Nullable Picture picture(Readable row) {
		String hash = row.get("picture_hash", String.class);
		return (hash != null) ? new Picture(hash, row.get("picture_alt", String.class)) : null;
	}

}
