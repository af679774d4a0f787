package org.gongyu.venue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A venue as its manager describes it.
 */
public record VenueRequest(@NotBlank @Size(max = 80) String name, @NotNull VenueKind kind,
		@Nullable @Pattern(regexp = "\\d{6}") String regionCode, @NotBlank @Size(max = 60) String region,
		@Nullable @Size(max = 200) String address, @Nullable @Valid Position position,
		@Nullable @Size(max = 200) String openingHours, @Nullable @Size(max = 40) String contact,
		@Nullable @Size(max = 30) String phone,
		@Nullable @Size(max = 300) @Pattern(regexp = "https?://.*") String website,
		@Nullable @Size(max = 1000) String summary, @Nullable Set<AccessibilityFact> accessibility,
		@Nullable BookingMode bookingMode, @Nullable String zone, @Nullable Boolean free,
		@Nullable @Positive Integer capacity, @Nullable UUID parent,
		@Nullable @Size(max = 4) List<@Valid AccreditationRequest> accreditations) {

	/**
	 * What the venue is accredited for, as its manager says.
	 */
	public record AccreditationRequest(@NotNull Accreditation.Kind kind, @Nullable @Size(max = 20) String level,
			@Nullable LocalDate validUntil) {
	}

	public VenueKey key() {
		return VenueKey.of(this.name, this.region);
	}

	/**
	 * @param parentId the venue of which it is a hall, or null
	 * @param site the outermost venue
	 */
	Venue venue(UUID id, UUID organization, @Nullable UUID parentId, UUID site, ZoneId defaultZone) {
		return new Venue(id, organization, parentId, site, this.name.strip(), this.kind, this.regionCode,
				this.region.strip(), this.address, this.position, this.openingHours, this.contact, this.phone,
				this.website, this.summary, (this.accessibility != null) ? this.accessibility : Set.of(),
				(this.bookingMode != null) ? this.bookingMode : BookingMode.REQUIRED, zone(defaultZone), this.free,
				this.capacity, accreditationsOrNone());
	}

	private ZoneId zone(ZoneId defaultZone) {
		try {
			return (this.zone == null || this.zone.isBlank()) ? defaultZone : ZoneId.of(this.zone);
		}
		catch (DateTimeException ex) {
			throw new InvalidInput("zone", "zone", this.zone);
		}
	}

	private List<Accreditation> accreditationsOrNone() {
		return (this.accreditations == null) ? List.of()
				: this.accreditations.stream()
					.map(each -> new Accreditation(each.kind(), each.level(), each.validUntil()))
					.toList();
	}

}
