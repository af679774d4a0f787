package org.gongyu.household;

import org.gongyu.platform.Refusal;

/**
 * Why a household or its children were not changed.
 */
enum HouseholdRefusal implements Refusal {

	/** The household has as many children as one may register. */
	TOO_MANY_CHILDREN(409),
	/** No such child in this household. */
	NO_SUCH_CHILD(404);

	private final int status;

	HouseholdRefusal(int status) {
		this.status = status;
	}

	@Override
	public String code() {
		return name();
	}

	@Override
	public int status() {
		return this.status;
	}

}
