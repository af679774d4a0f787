package org.gongyu.platform;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Refuses something in each language before the first request does: the messages of
 * constraints are read from files at their first use, which would block an event loop.
 */
@Component
class ValidationWarmUp implements SmartInitializingSingleton {

	/** Its message is the validator's own and not in the hub's bundles. */
	private record Form(@Size(min = 1) String field) {
	}

	private final Validator validator;

	ValidationWarmUp(Validator validator) {
		this.validator = validator;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
			LocaleContextHolder.setLocale(locale);
			this.validator.validate(new Form(""));
		}
		LocaleContextHolder.resetLocaleContext();
	}

}
