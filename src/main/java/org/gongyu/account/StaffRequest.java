package org.gongyu.account;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody who is to work for an organization.
 *
 * @param job what the person does there
 */
record StaffRequest(@NotBlank @Size(max = 254) String login, @NotBlank @Size(min = 8, max = 128) String password,
		@NotBlank @Size(max = 40) String name, @NotNull Job job) {

	/**
	 * The roles that an organization's staff may have.
	 */
	enum Job {

		VENUE_MANAGER, GATE_STAFF;

		Set<Role> roles() {
			return Set.of(Role.valueOf(name()));
		}

	}

}
