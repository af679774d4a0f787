package org.gongyu.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.gongyu.account.Contact;
import org.gongyu.activity.SlotOffer;
import org.gongyu.channel.Message;
import org.gongyu.platform.PublicAddress;
import org.gongyu.platform.Words;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts a notice into the reader's language.
 */
@Component
class NoticeWords {

	private final MessageSource messages;

	private final Words words;

	private final PublicAddress address;

	NoticeWords(MessageSource messages, Words words, PublicAddress address) {
		this.words = words;
		this.messages = messages;
		this.address = address;
	}

	Message message(Notice notice, Contact contact, SlotOffer offer) {
		Locale locale = contact.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
		return new Message(contact.login(), subject(notice, offer, locale),
				text(notice, offer, locale) + "\n\n" + this.address.of(notice.path()), Notices.messageId(notice.id()));
	}

	String subject(Notice notice, SlotOffer offer, Locale locale) {
		return word("notice." + notice.kind() + ".subject", locale, notice, offer);
	}

	String text(Notice notice, SlotOffer offer, Locale locale) {
		return word("notice." + notice.kind() + ".text", locale, notice, offer);
	}

	private String word(String key, Locale locale, Notice notice, SlotOffer offer) {
		ZoneId zone = offer.slot().zone();
		Instant until = notice.until();
		String reason = offer.slot().cancelReason();
		Object[] args = { this.words.of(offer.activity().title(), offer.activity().titleEn(), locale),
				this.words.moment(offer.slot().startsAt(), zone, locale), offer.venue().name(), notice.seats(),
				(until != null) ? this.words.moment(until, zone, locale) : "", (reason != null) ? reason : "" };
		return this.messages.getMessage(key, args, locale);
	}

}
