package org.gongyu.account;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * Knows at sight who was let in before, for requests that are answered before the
 * filters.
 */
@Component
public class Doorkeeper {

	private final KnownTokens known;

	Doorkeeper(KnownTokens known) {
		this.known = known;
	}

	/**
	 * To whom the door at a path without variables opens.
	 * @throws IllegalArgumentException when there is no such door
	 */
	public Who who(HttpMethod method, String path) {
		PathContainer asked = PathContainer.parsePath(path);
		return Doors.ALL.stream()
			.filter(door -> door.is(method, asked))
			.findFirst()
			.map(Doors.Door::who)
			.orElseThrow(() -> new IllegalArgumentException("No door at " + method + " " + path));
	}

	/**
	 * Who sends a request with these headers, when the token was verified before and the
	 * door opens to that person; null when only the filters can tell.
	 */
	public @Nullable SignedIn known(HttpHeaders headers, Who door) {
		String token = KnownTokens.bearer(headers);
		SignedIn who = (token != null) ? this.known.who(token) : null;
		return (who != null && door.admits(who.roles())) ? who : null;
	}

}
