package org.gongyu.intake;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import org.gongyu.account.SignedIn;
import org.gongyu.platform.Limits;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Problems;
import org.gongyu.venue.Venues;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Imports venues from files. A preview writes nothing; a commit adds exactly the accepted
 * rows, all or none of them.
 */
@Component
class Imports {

	private static final int ATTEMPTS_AFTER_A_RACE = 3;

	private final ImportReading reading;

	private final ImportChecks checks;

	private final Venues venues;

	private final Limits limits;

	private final Problems problems;

	private final ImportProperties properties;

	Imports(ImportReading reading, ImportChecks checks, Venues venues, Limits limits, Problems problems,
			ImportProperties properties) {
		this.reading = reading;
		this.checks = checks;
		this.venues = venues;
		this.limits = limits;
		this.problems = problems;
		this.properties = properties;
	}

	/**
	 * Tells what became of the file's rows, in the reader's language.
	 */
	Mono<Outcome<ImportReport>> run(SignedIn who, ImportUpload upload, Locale locale) {
		return this.limits.count("import-by-account", who.account())
			.flatMap(outcome -> outcome.then(within -> read(who, upload)))
			.map(outcome -> outcome.map(sheet -> report(sheet, locale)));
	}

	private Mono<Outcome<ImportSheet>> read(SignedIn who, ImportUpload upload) {
		return this.venues.organizationOf(who)
			.then(organization -> this.reading.read(upload.file())
				.flatMap(read -> read.then(table -> judge(organization, table, upload).map(Outcome::done))));
	}

	private Mono<ImportSheet> judge(UUID organization, ImportTable table, ImportUpload upload) {
		return this.checks.sheet(table, upload)
			.flatMap(
					sheet -> upload.commits() ? commit(organization, sheet) : this.checks.against(organization, sheet));
	}

	/**
	 * Whoever adds one of the venues meanwhile makes the attempt fail as a whole; the
	 * next one finds it known.
	 */
	private Mono<ImportSheet> commit(UUID organization, ImportSheet sheet) {
		return this.checks.against(organization, sheet)
			.filterWhen(judged -> this.venues.addAll(organization, judged.venues()))
			.repeatWhenEmpty(ATTEMPTS_AFTER_A_RACE, Function.identity())
			.map(ImportSheet::committed);
	}

	private ImportReport report(ImportSheet sheet, Locale locale) {
		return ImportReport.of(sheet, this.properties.maxErrors(),
				error -> this.problems.text(locale, "import.error." + error.code(), error.args().toArray()));
	}

}
