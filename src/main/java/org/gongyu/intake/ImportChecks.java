package org.gongyu.intake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Validator;
import org.gongyu.venue.Venue;
import org.gongyu.venue.VenueKey;
import org.gongyu.venue.VenueRequest;
import org.gongyu.venue.Venues;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Judges the rows of a file: each by itself, and against the venues that the hub has.
 */
@Component
class ImportChecks {

	private final Venues venues;

	private final Validator validator;

	ImportChecks(Venues venues, Validator validator) {
		this.venues = venues;
		this.validator = validator;
	}

	/**
	 * What can be told without the database.
	 */
	Mono<ImportSheet> sheet(ImportTable table, ImportUpload upload) {
		return Mono.fromCallable(() -> {
			ImportColumns columns = ImportColumns.of(table.header(), upload.columns());
			return ImportSheet.of(table,
					new RowReader(columns, upload.defaultKind(), upload.regionOrNone(), this.validator));
		}).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * What the hub has decides the rest.
	 */
	Mono<ImportSheet> against(UUID organization, ImportSheet sheet) {
		List<VenueRequest> venues = sheet.venues();
		Mono<Set<UUID>> parents = this.venues.parents(organization, venues).map(Venue::id).collect(Collectors.toSet());
		return Mono.zip(this.venues.known(venues), parents)
			.publishOn(Schedulers.boundedElastic())
			.map(found -> judged(sheet, found.getT1(), found.getT2()));
	}

	private static ImportSheet judged(ImportSheet sheet, Set<VenueKey> known, Set<UUID> parents) {
		return sheet.judged(draft -> {
			if (known.contains(draft.venue().key())) {
				return sheet.reject(draft, VenueField.NAME, "KNOWN");
			}
			UUID parent = draft.venue().parent();
			return (parent == null || parents.contains(parent)) ? draft
					: sheet.reject(draft, VenueField.PARENT, "NO_SUCH_PARENT");
		});
	}

}
