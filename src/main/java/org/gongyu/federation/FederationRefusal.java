package org.gongyu.federation;

import org.gongyu.platform.Refusal;

/**
 * Why somebody did not get in by way of a provider.
 */
enum FederationRefusal implements Refusal {

	/** No such provider. */
	NO_SUCH_PROVIDER(404),
	/** The provider is out of reach. */
	PROVIDER_DOWN(503),
	/** The provider let nobody in, or what came back proves nothing. */
	NOT_PROVEN(422);

	private final int status;

	FederationRefusal(int status) {
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
