package org.gongyu.organization;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The alliances, kept by the hub's operators.
 */
@RestController
@RequestMapping("/api/v1/alliances")
class AllianceApi {

	record AllianceRequest(@NotBlank @Size(max = 80) String name, @Nullable @Size(max = 120) String childDataOfficer,
			@NotNull @Min(0) @Max(365) Integer rosterDays) {

		Alliance alliance(UUID id) {
			return new Alliance(id, this.name.strip(), this.childDataOfficer, this.rosterDays);
		}

	}

	record AllianceList(List<Alliance> items) {
	}

	private final AllianceRows rows;

	private final RandomSource random;

	AllianceApi(AllianceRows rows, RandomSource random) {
		this.rows = rows;
		this.random = random;
	}

	@GetMapping
	Mono<AllianceList> list() {
		return this.rows.all().collectList().map(AllianceList::new);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Alliance> add(@Valid @RequestBody AllianceRequest request) {
		Alliance alliance = request.alliance(this.random.id());
		return this.rows.add(alliance).thenReturn(alliance);
	}

	@PutMapping("/{id}")
	Mono<Alliance> change(@PathVariable UUID id, @Valid @RequestBody AllianceRequest request) {
		Alliance alliance = request.alliance(id);
		return this.rows.change(alliance)
			.filter(changed -> changed)
			.map(changed -> alliance)
			.switchIfEmpty(Mono.error(() -> RefusedError.of(OrganizationRefusal.NO_SUCH_ALLIANCE)));
	}

}
