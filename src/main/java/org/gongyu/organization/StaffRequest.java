package org.gongyu.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.account.Role;

/**
 * Somebody who is to work for an organization.
 *
 * @param job what the person does there
 */
record StaffRequest(@NotBlank @Size(max = 254) String login, @NotBlank @Size(min = 8, max = 128) String password,
		@NotBlank @Size(max = 40) String name, @NotNull Role job) {
}
