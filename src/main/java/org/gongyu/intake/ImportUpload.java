package org.gongyu.intake;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.gongyu.venue.VenueKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.codec.multipart.FilePart;

/**
 * An upload as its form sends it.
 *
 * @param defaultKind the kind of rows that name none
 * @param defaultRegion the region of rows that name none
 * @param mapping a JSON object from column headers to fields of the API, beside those
 * that are known by their name
 * @param commit whether the accepted rows are added; else they are only shown
 */
record ImportUpload(@NotNull FilePart file, @Nullable VenueKind defaultKind,
		@Nullable @Size(max = 60) String defaultRegion, @Nullable @Size(max = 10_000) String mapping,
		@Nullable Boolean commit) {

	private static final JsonMapper JSON = new JsonMapper();

	boolean commits() {
		return Boolean.TRUE.equals(this.commit);
	}

	@Nullable String regionOrNone() {
		return (this.defaultRegion == null || this.defaultRegion.isBlank()) ? null : this.defaultRegion.strip();
	}

	/**
	 * @throws InvalidInput when it is not a JSON object of texts
	 */
	Map<String, String> columns() {
		if (this.mapping == null || this.mapping.isBlank()) {
			return Map.of();
		}
		try {
			Map<String, String> columns = new LinkedHashMap<>();
			JSON.readValue(this.mapping, new TypeReference<Map<String, @Nullable String>>() {
			}).forEach((header, field) -> columns.put(header.strip(), (field != null) ? field : ""));
			return columns;
		}
		catch (JacksonException | NullPointerException ex) {
			throw new InvalidInput("mapping", "import.mapping", this.mapping);
		}
	}

}
