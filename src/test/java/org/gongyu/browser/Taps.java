package org.gongyu.browser;

import java.util.UUID;

import com.microsoft.playwright.Page;
import org.gongyu.Stage;

/**
 * What a person does with a page.
 */
final class Taps {

	private Taps() {
	}

	/**
	 * Follows a link or presses a button, by keyboard: a click could hit what moves under
	 * it while the page is drawn, and a page without scripts cannot tell when it stands
	 * still.
	 */
	static void tap(Page page, String what) {
		page.locator(what).first().press("Enter");
	}

	/**
	 * Chooses, by keyboard, too.
	 */
	static void mark(Page page, String what) {
		page.locator(what).first().focus();
		page.keyboard().press("Space");
	}

	/** A guardian signs up and is where they wanted to be. */
	static void signUp(Page page, String address) {
		page.navigate(address + "/sign-up");
		page.fill("#name", "林妈妈");
		page.fill("#login", UUID.randomUUID() + "@example.org");
		page.fill("#password", Stage.PASSWORD);
		tap(page, "main form button");
	}

	static void addChild(Page page, String address, String name, String birthMonth) {
		page.navigate(address + "/children");
		page.fill("#name", name);
		page.fill("#birthMonth", birthMonth);
		tap(page, "form:has(#birthMonth) :is(button.btn-choice, button.btn-main)");
	}

}
