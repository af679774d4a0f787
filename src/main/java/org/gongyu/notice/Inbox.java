package org.gongyu.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.Slots;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What a household was told, in the reader's language, the newest first.
 */
@Component
class Inbox {

	/**
	 * A notice in words.
	 *
	 * @param path the page where to go on
	 */
	record Line(UUID id, NoticeKind kind, Instant at, String subject, String text, String path) {
	}

	private final NoticeRows rows;

	private final NoticeWords words;

	private final Slots slots;

	Inbox(NoticeRows rows, NoticeWords words, Slots slots) {
		this.rows = rows;
		this.words = words;
		this.slots = slots;
	}

	Mono<Page<Line>> of(SignedIn who, @Nullable Cursor after, int size, Locale locale) {
		UUID household = who.household();
		Flux<Notice> found = (household == null) ? Flux.empty() : this.rows.ofHousehold(household, after, size);
		return found.collectList()
			.map(all -> Page.cut(all, size, last -> new Cursor(last.createdAt(), last.id())))
			.flatMap(page -> Flux.fromIterable(page.items())
				.concatMap(notice -> line(notice, locale))
				.collectList()
				.map(lines -> new Page<>(lines, page.next())));
	}

	private Mono<Line> line(Notice notice, Locale locale) {
		return this.slots.current(notice.slot())
			.map(offer -> new Line(notice.id(), notice.kind(), notice.createdAt(),
					this.words.subject(notice, offer, locale), this.words.text(notice, offer, locale), notice.path()));
	}

}
