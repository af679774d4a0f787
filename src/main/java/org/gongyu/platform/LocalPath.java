package org.gongyu.platform;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * Where to send a person back to: a path of this hub, never another site.
 */
public final class LocalPath {

	private LocalPath() {
	}

	/**
	 * The path, or the home page when it is none of ours.
	 */
	public static String of(@Nullable String wish) {
		if (wish == null || !wish.startsWith("/") || wish.startsWith("//") || wish.contains("\\")) {
			return "/";
		}
		try {
			URI path = new URI(wish);
			return (path.getHost() == null && path.getScheme() == null) ? wish : "/";
		}
		catch (URISyntaxException ex) {
			return "/";
		}
	}

}
