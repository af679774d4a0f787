package org.gongyu.account;

import java.util.Locale;

import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.Configuration;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;

import org.springframework.stereotype.Component;

/**
 * Tells passwords that somebody would soon guess: the ones on lists of breached
 * passwords, rows of keys, dates, repetitions, the person's own name or login, and what
 * is made of them (NIST SP 800-63B §5.1.1.2). All lists are offline.
 */
@Component
class PasswordStrength {

	private final Nbvcxz estimator;

	private final double least;

	PasswordStrength(AccountProperties properties) {
		Configuration configuration = new ConfigurationBuilder().setLocale(Locale.ENGLISH).createConfiguration();
		this.estimator = new Nbvcxz(configuration);
		this.least = properties.passwordBits();
	}

	/**
	 * Whether the password would soon be guessed. Takes tens of milliseconds.
	 * @param own words that anybody would try first for this person
	 */
	boolean isWeak(String password, String... own) {
		for (String word : own) {
			if (word.length() > 3 && password.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
				return true;
			}
		}
		return this.estimator.estimate(password).getEntropy() < this.least;
	}

}
