package org.gongyu.account;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says that it is, in words that its owner recognises.
 */
final class Device {

	private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

	private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

	static {
		// The first that is found counts: most browsers also name those that they
		// imitate.
		BROWSERS.put("MicroMessenger", "WeChat");
		BROWSERS.put("DingTalk", "DingTalk");
		BROWSERS.put("Edg", "Edge");
		BROWSERS.put("Firefox", "Firefox");
		BROWSERS.put("Chrome", "Chrome");
		BROWSERS.put("Safari", "Safari");
		SYSTEMS.put("HarmonyOS", "HarmonyOS");
		SYSTEMS.put("iPhone", "iPhone");
		SYSTEMS.put("iPad", "iPad");
		SYSTEMS.put("Android", "Android");
		SYSTEMS.put("Windows", "Windows");
		SYSTEMS.put("Mac OS", "Mac");
		SYSTEMS.put("Linux", "Linux");
	}

	private Device() {
	}

	/**
	 * Its short name: for example "WeChat · iPhone"; "API" for what is no browser
	 */
	static String of(@Nullable String userAgent) {
		if (userAgent == null || !userAgent.startsWith("Mozilla/")) {
			return "API";
		}
		return first(userAgent, BROWSERS) + " · " + first(userAgent, SYSTEMS);
	}

	private static String first(String userAgent, Map<String, String> names) {
		return names.entrySet()
			.stream()
			.filter(each -> userAgent.contains(each.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("?");
	}

}
