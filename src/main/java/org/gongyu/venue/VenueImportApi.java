package org.gongyu.venue;

import java.util.Locale;

import jakarta.validation.Valid;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The import of venues over the API.
 */
@RestController
class VenueImportApi {

	private final VenueImports imports;

	private final VenueImportReports reports;

	VenueImportApi(VenueImports imports, VenueImportReports reports) {
		this.imports = imports;
		this.reports = reports;
	}

	@PostMapping(path = "/api/v1/venues/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<VenueImportReport> run(@AuthenticationPrincipal SignedIn who, @Valid @ModelAttribute VenueImportUpload upload,
			Locale locale) {
		return this.imports.run(who, upload)
			.flatMap(RefusedError::unless)
			.map(result -> this.reports.of(result, locale));
	}

}
