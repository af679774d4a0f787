package org.gongyu.household;

import java.util.Map;

import org.gongyu.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a household or its children were not changed.
 */
enum HouseholdRefusal implements Refusal {

	/** The household has as many children as one may register. */
	TOO_MANY_CHILDREN(409, null),
	/** No such child in this household. */
	NO_SUCH_CHILD(404, null),
	/** Nothing of a child is kept before its guardian has agreed to that. */
	CONSENT_NEEDED(422, "consent"),
	/** The text has changed: it must be read again. */
	CONSENT_CHANGED(409, "version"),
	/** The link is unknown, used or over. */
	GUARDIAN_LINK_OVER(410, null),
	/** The code is unknown, used, over or revoked. */
	VOUCHER_OVER(410, "code"),
	/** No such voucher of this organization. */
	NO_SUCH_VOUCHER(404, null),
	/** Whoever would join has a household with something in it. */
	HOUSEHOLD_IN_USE(409, null);

	private final int status;

	private final @Nullable String field;

	HouseholdRefusal(int status, @Nullable String field) {
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

	/** Which text a program must show before it asks again. */
	@Override
	public Map<String, Object> details() {
		return (this == CONSENT_NEEDED)
				? Map.of("purpose", ConsentPurpose.REGISTER_CHILD, "version", ConsentPurpose.REGISTER_CHILD.version())
				: Map.of();
	}

}
