package org.gongyu.intake;

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
class ImportApi {

	private final Imports imports;

	ImportApi(Imports imports) {
		this.imports = imports;
	}

	@PostMapping(path = "/api/v1/venues/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<ImportReport> run(@AuthenticationPrincipal SignedIn who, @Valid @ModelAttribute ImportUpload upload,
			Locale locale) {
		return this.imports.run(who, upload, locale).flatMap(RefusedError::unless);
	}

}
