package org.gongyu.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A member of the alliance that is to be added.
 */
record OrganizationRequest(@NotNull OrganizationKind kind, @NotBlank @Size(max = 80) String name) {
}
