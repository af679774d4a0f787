package org.gongyu.venue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Validator;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Judges the rows of a file: each by itself, and against the venues that the hub has.
 */
@Component
class VenueImportChecks {

	private static final int LOOK_UPS_AT_ONCE = 4;

	private final VenueRows rows;

	private final Validator validator;

	private final RandomSource random;

	private final HubProperties hub;

	VenueImportChecks(VenueRows rows, Validator validator, RandomSource random, HubProperties hub) {
		this.rows = rows;
		this.validator = validator;
		this.random = random;
		this.hub = hub;
	}

	/**
	 * What can be told without the database.
	 */
	Mono<VenueImportSheet> sheet(ImportTable table, VenueImportUpload upload) {
		return Mono.fromCallable(() -> {
			VenueColumns columns = VenueColumns.of(table.header(), upload.columns());
			return VenueImportSheet.of(table,
					new VenueRowReader(columns, upload.defaultKind(), upload.regionOrNone(), this.validator));
		}).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * What the hub has decides the rest.
	 */
	Mono<VenueImportResult> against(UUID organization, VenueImportSheet sheet) {
		return Mono.zip(known(sheet.accepted()), parents(organization, sheet.accepted()),
				(known, parents) -> result(organization, sheet, known, parents));
	}

	private VenueImportResult result(UUID organization, VenueImportSheet sheet, Set<String> known,
			Map<UUID, Venue> parents) {
		VenueImportSheet judged = sheet.judged(draft -> {
			if (known.contains(draft.key())) {
				return sheet.reject(draft, VenueField.NAME, "KNOWN");
			}
			UUID parent = draft.venue().parent();
			return (parent == null || parents.containsKey(parent)) ? draft
					: sheet.reject(draft, VenueField.PARENT, "NO_SUCH_PARENT");
		});
		List<Venue> venues = judged.accepted()
			.stream()
			.map(VenueDraft::venue)
			.map(each -> venue(organization, each, parents))
			.toList();
		return new VenueImportResult(sheet.table(), sheet.columns(), judged.drafts(), venues, 0);
	}

	private Venue venue(UUID organization, VenueRequest request, Map<UUID, Venue> parents) {
		UUID id = this.random.id();
		Venue parent = (request.parent() != null) ? parents.get(request.parent()) : null;
		return request.venue(id, organization, request.parent(), (parent != null) ? parent.site() : id,
				this.hub.zone());
	}

	private Mono<Set<String>> known(List<VenueDraft> drafts) {
		return this.rows
			.known(drafts.stream().map(VenueDraft::nameKey).toList(), drafts.stream().map(VenueDraft::region).toList())
			.collect(Collectors.toSet())
			.publishOn(Schedulers.boundedElastic());
	}

	private Mono<Map<UUID, Venue>> parents(UUID organization, List<VenueDraft> drafts) {
		return Flux
			.fromStream(() -> drafts.stream().map(each -> each.venue().parent()).filter(Objects::nonNull).distinct())
			.flatMap(this.rows::find, LOOK_UPS_AT_ONCE)
			.filter(venue -> venue.organization().equals(organization))
			.collectMap(Venue::id)
			.publishOn(Schedulers.boundedElastic());
	}

}
