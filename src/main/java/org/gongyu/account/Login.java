package org.gongyu.account;

import java.util.Locale;
import java.util.regex.Pattern;

import org.gongyu.platform.InvalidInput;

/**
 * What somebody signs in with: an e-mail address or a mobile number, in the one form in
 * which it is stored.
 */
record Login(String value) {

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

	private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

	private static final Pattern MOBILE = Pattern.compile("\\+[1-9]\\d{7,14}");

	/**
	 * The part that a person would put into a password: what stands before the @, or the
	 * number without its country.
	 */
	String name() {
		int at = this.value.indexOf('@');
		return (at > 0) ? this.value.substring(0, at) : this.value.substring(3);
	}

	/**
	 * Reads what was typed: blanks and hyphens of a number are dropped, a Chinese number
	 * gets its +86.
	 * @throws InvalidInput on the field {@code login} when it is neither
	 */
	static Login of(String typed) {
		String text = typed.strip().toLowerCase(Locale.ROOT);
		if (text.length() <= 254 && EMAIL.matcher(text).matches()) {
			return new Login(text);
		}
		String digits = text.replaceAll("[\\s-]", "");
		var chinese = CHINESE_MOBILE.matcher(digits);
		if (chinese.matches()) {
			return new Login("+86" + chinese.group(1));
		}
		if (MOBILE.matcher(digits).matches()) {
			return new Login(digits);
		}
		throw new InvalidInput("login", "login");
	}

}
