package org.gongyu.booking;

import java.util.HashSet;
import java.util.List;

import org.gongyu.household.Child;
import org.gongyu.account.SignedIn;
import org.gongyu.activity.Activity;
import org.gongyu.activity.Pool;
import org.gongyu.activity.SlotOffer;
import org.gongyu.platform.Outcome;
import org.gongyu.venue.BookingMode;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The rules for parties, each with a name. They need no database; the first one that is
 * broken refuses.
 */
@Component
class BookingRules {

	private final BookingProperties properties;

	BookingRules(BookingProperties properties) {
		this.properties = properties;
	}

	/**
	 * Who comes, if the party keeps the rules.
	 * @param known the party's named children, as the household knows them
	 */
	Outcome<Party> party(SignedIn who, SlotOffer offer, HoldRequest request, List<Child> known) {
		HoldRequest.Item item = request.items().get(0);
		HoldRequest.PartyRequest asked = request.party();
		Party party = (asked == null) ? new Party(1, List.of(), item.seats() - 1)
				: new Party(asked.adults(), asked.childrenOrNone(), asked.guestsOrNone());
		BookingRefusal broken = first(slotIsBooked(offer), poolIsOpen(who, item), namesAreGiven(offer, party),
				sizesAgree(item, party), childrenAreOwn(party, known), agesFit(offer, known),
				adultComesAlong(offer, asked, party, known));
		return (broken == null) ? Outcome.done(party) : Outcome.refused(broken);
	}

	private static @Nullable BookingRefusal slotIsBooked(SlotOffer offer) {
		return (offer.venue().bookingMode() == BookingMode.NONE) ? rule("NO_BOOKING_NEEDED", null) : null;
	}

	private static @Nullable BookingRefusal poolIsOpen(SignedIn who, HoldRequest.Item item) {
		return (item.pool() == Pool.PUBLIC && who.household() != null) ? null : rule("POOL_NOT_OPEN", "items[0].pool");
	}

	private static @Nullable BookingRefusal namesAreGiven(SlotOffer offer, Party party) {
		boolean missing = offer.activity().namesRequired() && (party.children().isEmpty() || party.unnamed() > 0);
		return missing ? rule("NAMES_REQUIRED", "party.children") : null;
	}

	private static @Nullable BookingRefusal sizesAgree(HoldRequest.Item item, Party party) {
		int size = party.adults() + party.children().size() + party.unnamed();
		return (size == item.seats()) ? null : rule("PARTY_SIZE", "items[0].seats", size, item.seats());
	}

	private static @Nullable BookingRefusal childrenAreOwn(Party party, List<Child> known) {
		boolean own = known.size() == party.children().size()
				&& new HashSet<>(party.children()).size() == party.children().size();
		return own ? null : rule("NOT_YOUR_CHILD", "party.children");
	}

	private static @Nullable BookingRefusal agesFit(SlotOffer offer, List<Child> known) {
		Activity activity = offer.activity();
		for (Child child : known) {
			int age = child.ageOn(offer.slot().day());
			if (age < activity.ageFrom() || age > activity.ageTo()) {
				return rule("AGE", "party.children", activity.ageFrom(), activity.ageTo());
			}
		}
		return null;
	}

	private @Nullable BookingRefusal adultComesAlong(SlotOffer offer, HoldRequest.@Nullable PartyRequest asked,
			Party party, List<Child> known) {
		boolean young = asked != null && asked.guestsOrNone() > 0
				|| known.stream().anyMatch(child -> child.ageOn(offer.slot().day()) < this.properties.adultAge());
		return (offer.activity().adultRequired() && young && party.adults() == 0)
				? rule("ADULT_REQUIRED", "party.adults", this.properties.adultAge()) : null;
	}

	private static @Nullable BookingRefusal first(@Nullable BookingRefusal... broken) {
		for (BookingRefusal each : broken) {
			if (each != null) {
				return each;
			}
		}
		return null;
	}

	private static BookingRefusal rule(String code, @Nullable String field, Object... args) {
		return new BookingRefusal.Rule(code, field, List.of(args));
	}

}
