package org.gongyu.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongyu.account.Accounts;
import org.gongyu.account.Contact;
import org.gongyu.activity.Slots;
import org.gongyu.booking.Booked;
import org.gongyu.booking.PartyChanged;
import org.gongyu.channel.Channels;
import org.gongyu.platform.RandomSource;
import org.gongyu.waitlist.Offered;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Tells families: into the inbox first, then by message where a way leads to them. Told
 * twice, the inbox has it once and the message has the same id.
 */
@Component
class Notices {

	private final NoticeRows rows;

	private final NoticeWords words;

	private final Accounts accounts;

	private final Slots slots;

	private final Channels channels;

	private final RandomSource random;

	private final Clock clock;

	Notices(NoticeRows rows, NoticeWords words, Accounts accounts, Slots slots, Channels channels, RandomSource random,
			Clock clock) {
		this.rows = rows;
		this.words = words;
		this.accounts = accounts;
		this.slots = slots;
		this.channels = channels;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Tells of a booking. A venue that cancels says first where else to go.
	 */
	Mono<Void> tell(NoticeKind kind, Booked booking) {
		return this.slots.current(booking.slot())
			.map(offer -> (kind == NoticeKind.CANCELLED_BY_VENUE) ? "/activities/" + offer.activity().id()
					: "/bookings/" + booking.id())
			.flatMap(path -> tell(new Notice(this.random.id(), booking.account(), booking.household(), kind,
					booking.id(), booking.slot(), booking.seats(), path, null, now())));
	}

	/**
	 * Tells that other people come. Each change is a subject of its own.
	 */
	Mono<Void> tellChanged(Booked booking, PartyChanged fact) {
		UUID subject = UUID
			.nameUUIDFromBytes((fact.booking() + "/" + fact.sequence()).getBytes(StandardCharsets.UTF_8));
		return tell(new Notice(this.random.id(), booking.account(), booking.household(), NoticeKind.CHANGED, subject,
				booking.slot(), fact.seats(), "/bookings/" + booking.id(), null, now()));
	}

	/**
	 * Tells of an offer.
	 */
	Mono<Void> tell(NoticeKind kind, Offered offer) {
		return tell(new Notice(this.random.id(), offer.account(), offer.household(), kind, offer.offer(), offer.slot(),
				offer.seats(), offer.path(), offer.until(), now()));
	}

	/** Who leaves the hub is told nothing more, and nothing more is kept for them. */
	private Mono<Void> tell(Notice notice) {
		return this.accounts.contacts(List.of(notice.account()))
			.mapNotNull(contacts -> contacts.get(notice.account()))
			.flatMap(contact -> this.rows.add(notice).flatMap(unsent -> send(unsent, contact)));
	}

	private Mono<Void> send(Notice notice, Contact contact) {
		if (!this.channels.reach(contact.login())) {
			return Mono.empty();
		}
		return this.slots.current(notice.slot())
			.flatMap(offer -> this.channels.send(this.words.message(notice, contact, offer)))
			.then(Mono.defer(() -> this.rows.sent(notice.id(), now())));
	}

	private Instant now() {
		return this.clock.instant();
	}

	/**
	 * The id of a message is its notice's, and that never changes.
	 */
	static String messageId(UUID notice) {
		return notice + "@gongyu";
	}

}
