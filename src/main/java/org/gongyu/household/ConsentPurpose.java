package org.gongyu.household;

/**
 * What a guardian may agree to, each by itself (PIPL §29: separate consent). Its texts
 * are messages under {@code consent.<purpose>.<version>}; a changed text is a new
 * version, and whoever agreed to an older one is asked again.
 */
public enum ConsentPurpose {

	/** Keep a child's name, month of birth and what else the guardian tells. */
	REGISTER_CHILD(1),
	/**
	 * Show the names of booked children to the venue's staff, where its rule asks for it.
	 */
	NAME_TO_VENUE(1),
	/** Count the household's ratings. */
	RATINGS(1),
	/** Photographs on which a child may be seen. */
	PHOTOS(1);

	private final int version;

	ConsentPurpose(int version) {
		this.version = version;
	}

	/**
	 * The version of the text that is shown at present.
	 */
	public int version() {
		return this.version;
	}

}
