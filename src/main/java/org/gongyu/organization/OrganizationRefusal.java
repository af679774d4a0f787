package org.gongyu.organization;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why an organization or its people were not changed.
 */
enum OrganizationRefusal implements Refusal {

	/** No such organization. */
	NO_SUCH_ORGANIZATION(404, "organization"),
	/** There is one of this name already: its people can invite. */
	ORGANIZATION_KNOWN(409, "name"),
	/** Somebody brought one of this name in: it must be looked at and verified first. */
	ORGANIZATION_WAITS(409, "name"),
	/** An organization of this kind has no such role, or only operators give it. */
	NO_SUCH_ROLE(422, "roles"),
	/** Nobody of this account works there. */
	NO_SUCH_MEMBER(404, null),
	/** Nobody would be left who can let people in. */
	LAST_ADMIN(409, null),
	/** The link is unknown, used or over. */
	INVITATION_OVER(410, null),
	/** No such alliance. */
	NO_SUCH_ALLIANCE(404, "alliance");

	private final int status;

	private final @Nullable String field;

	OrganizationRefusal(int status, @Nullable String field) {
		this.status = status;
		this.field = field;
	}

	@Override
	public String code() {
		return name();
	}

	@Override
	public int status() {
		return this.status;
	}

	@Override
	public @Nullable String field() {
		return this.field;
	}

}
