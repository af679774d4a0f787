package org.gongyu;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser without a window: it keeps cookies, sends the CSRF token of the last form
 * that it saw, and follows no redirect by itself.
 */
public final class PageClient {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Map<String, String> cookies = new TreeMap<>();

	private final String address;

	private String csrf = "";

	private String name = "gongyu-tests";

	public PageClient(String address) {
		this.address = address;
	}

	/**
	 * An answer.
	 *
	 * @param location where a redirect leads, else empty
	 */
	public record Page(int status, String text, String location) {

		/**
		 * The text of the page, if the status is the expected one.
		 */
		public String expect(int expected) {
			assertThat(this.status).as(this.text).isEqualTo(expected);
			return this.text;
		}

		/**
		 * Where it leads, if it is a redirect after a form.
		 */
		public String next() {
			expect(303);
			return this.location;
		}

	}

	/** Signs a guardian up; the browser is signed in afterwards. */
	public PageClient signUp(String login, String password) {
		get("/sign-up").expect(200);
		post("/sign-up", Map.of("name", "林", "login", login, "password", password)).next();
		return this;
	}

	public PageClient signIn(String login, String password) {
		get("/sign-in").expect(200);
		post("/sign-in", Map.of("login", login, "password", password)).next();
		return this;
	}

	public Page get(String path) {
		return send(request(path).GET());
	}

	/** Only the status, of pages that may not end, too. */
	public int statusOf(String path) {
		try {
			HttpResponse<InputStream> answer = HTTP.send(request(path).setHeader("Accept", "*/*").GET().build(),
					HttpResponse.BodyHandlers.ofInputStream());
			answer.body().close();
			return answer.statusCode();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Sends a form with the CSRF token. */
	public Page post(String path, Map<String, String> form) {
		Map<String, String> all = new TreeMap<>(form);
		all.put("_csrf", this.csrf);
		return postBare(path, all);
	}

	/** Sends a form as it is. */
	public Page postBare(String path, Map<String, String> form) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
	}

	public static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	public @Nullable String cookie(String name) {
		return this.cookies.get(name);
	}

	public PageClient setCookie(String name, String value) {
		this.cookies.put(name, value);
		return this;
	}

	/** Calls itself what another browser does. */
	public PageClient as(String browser) {
		this.name = browser;
		return this;
	}

	/** Loses a cookie, as a browser does when its time is over. */
	public PageClient lose(String name) {
		this.cookies.remove(name);
		return this;
	}

	public String cookies() {
		return this.cookies.entrySet()
			.stream()
			.map(cookie -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	public String csrf() {
		return this.csrf;
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "text/html")
			.header("User-Agent", this.name)
			.header("Accept-Language", "zh-CN");
		return this.cookies.isEmpty() ? request : request.header("Cookie", cookies());
	}

	private Page send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			answer.headers().allValues("Set-Cookie").forEach(this::keep);
			Matcher token = CSRF.matcher(answer.body());
			if (token.find()) {
				this.csrf = token.group(1);
			}
			return new Page(answer.statusCode(), answer.body(), answer.headers().firstValue("Location").orElse(""));
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		String[] parts = header.split(";\\s*");
		int equals = parts[0].indexOf('=');
		String name = parts[0].substring(0, equals);
		String value = parts[0].substring(equals + 1);
		if (value.isEmpty() || header.contains("Max-Age=0;")) {
			this.cookies.remove(name);
		}
		else {
			this.cookies.put(name, value);
		}
	}

}
