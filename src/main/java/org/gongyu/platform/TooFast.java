package org.gongyu.platform;

/**
 * Somebody does something more often than the hub's limit.
 *
 * @param retryAfterSeconds when it can be done again
 */
public record TooFast(int retryAfterSeconds) implements Refusal {

	@Override
	public String code() {
		return "TOO_FAST";
	}

	@Override
	public int status() {
		return 429;
	}

	@Override
	public Object[] args() {
		return new Object[] { this.retryAfterSeconds };
	}

}
