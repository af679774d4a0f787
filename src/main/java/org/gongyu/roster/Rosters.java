package org.gongyu.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.booking.Attendance;
import org.gongyu.booking.Bookings;
import org.gongyu.household.Child;
import org.gongyu.household.Children;
import org.gongyu.household.ConsentPurpose;
import org.gongyu.household.Consents;
import org.gongyu.platform.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Shows the names of those who come to a slot, to staff of its venue, in its time window
 * (未成年人网络保护条例 §36: least authorisation). Each look is written down first.
 */
@Component
class Rosters {

	/**
	 * The names of a slot.
	 */
	record Roster(SlotOffer offer, List<RosterLine> lines) {
	}

	private final Slots slots;

	private final Bookings bookings;

	private final Children children;

	private final Consents consents;

	private final Audit audit;

	private final Clock clock;

	private final RosterProperties properties;

	Rosters(Slots slots, Bookings bookings, Children children, Consents consents, Audit audit, Clock clock,
			RosterProperties properties) {
		this.slots = slots;
		this.bookings = bookings;
		this.children = children;
		this.consents = consents;
		this.audit = audit;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * The roster of a slot. Refused when it is another venue's, the activity asks for no
	 * names, or it is too early or too late.
	 */
	Mono<Outcome<Roster>> see(SignedIn who, UUID slot, AuditAction action) {
		return slot(who, slot).flatMap(outcome -> outcome.then(offer -> this.audit.seen(who.actor(), action, slot)
			.then(Mono.defer(() -> lines(offer)))
			.map(lines -> Outcome.done(new Roster(offer, lines)))));
	}

	/**
	 * A slot whose names the person may see now.
	 */
	Mono<Outcome<SlotOffer>> slot(SignedIn who, UUID slot) {
		return this.slots.current(slot)
			.filter(offer -> who.guards(offer.venue().organization()))
			.map(this::open)
			.defaultIfEmpty(Outcome.refused(RosterRefusal.NO_SUCH_ROSTER));
	}

	private Outcome<SlotOffer> open(SlotOffer offer) {
		if (!offer.activity().namesRequired()) {
			return Outcome.refused(RosterRefusal.ROSTER_NOT_NEEDED);
		}
		Instant now = this.clock.instant();
		boolean open = now.isAfter(offer.slot().startsAt().minus(this.properties.opens()))
				&& now.isBefore(offer.slot().endsAt().plus(this.properties.closes()));
		return open ? Outcome.done(offer) : Outcome.refused(RosterRefusal.ROSTER_CLOSED);
	}

	private Mono<List<RosterLine>> lines(SlotOffer offer) {
		LocalDate day = offer.slot().startsAt().atZone(offer.slot().zone()).toLocalDate();
		return this.bookings.attending(offer.slot().id())
			.collectList()
			.flatMap(parties -> Mono.zip(agreed(parties), named(parties))
				.map(known -> parties.stream().map(each -> line(each, known.getT1(), known.getT2(), day)).toList()));
	}

	private Mono<Set<UUID>> agreed(List<Attendance> parties) {
		return this.consents.agreed(
				parties.stream().map(Attendance::household).filter(Objects::nonNull).distinct().toList(),
				ConsentPurpose.NAME_TO_VENUE);
	}

	private Mono<Map<UUID, Child>> named(List<Attendance> parties) {
		return this.children.named(parties.stream().flatMap(each -> each.children().stream()).toList());
	}

	private static RosterLine line(Attendance party, Set<UUID> agreed, Map<UUID, Child> known, LocalDate day) {
		List<RosterLine.Named> named = agreed.contains(party.household()) ? party.children()
			.stream()
			.map(known::get)
			.filter(Objects::nonNull)
			.map(child -> new RosterLine.Named(child.name(), child.ageOn(day), child.needs()))
			.toList() : List.of();
		return new RosterLine(party.booking(), party.contactName(), party.seats(), party.adults(), named,
				party.seats() - named.size(), party.checkedIn());
	}

}
