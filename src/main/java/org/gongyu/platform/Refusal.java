package org.gongyu.platform;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An expected "no" of a module, as a value. Each module has one sealed type of refusals;
 * one place turns them into problem documents (RFC 9457) or error pages.
 */
public interface Refusal {

	/**
	 * The stable code of this refusal, in upper snake case; also the message key
	 * {@code refusal.<code>}.
	 */
	String code();

	/**
	 * The HTTP status that this refusal answers with.
	 */
	int status();

	/**
	 * Arguments of the message, in the order of its placeholders.
	 */
	default Object[] args() {
		return new Object[0];
	}

	/**
	 * Further members of the problem document, such as what remains and what to do next.
	 */
	default Map<String, Object> details() {
		return Map.of();
	}

	/**
	 * The field of the request that the refusal is about, if there is one.
	 */
	default @Nullable String field() {
		return null;
	}

	/**
	 * Whether it says something to one reader that it says to nobody else.
	 */
	default boolean isPersonal() {
		return false;
	}

	/**
	 * After how many seconds the same request is worth repeating; 0 when it is not.
	 */
	default int retryAfterSeconds() {
		return 0;
	}

}
