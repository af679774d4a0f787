package org.gongyu.booking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.household.Children;
import org.gongyu.household.ConsentPurpose;
import org.gongyu.household.Consents;
import org.gongyu.household.Vouchers;
import org.gongyu.account.SignedIn;
import org.gongyu.admission.WaitingRooms;
import org.gongyu.activity.Pool;
import org.gongyu.activity.PublicationState;
import org.gongyu.activity.SlotOffer;
import org.gongyu.activity.Slots;
import org.gongyu.inventory.Granted;
import org.gongyu.inventory.SeatHold;
import org.gongyu.inventory.SeatInventory;
import org.gongyu.inventory.SeatRefusal;
import org.gongyu.platform.Detached;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.LocalLimits;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.Refusal;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Holding seats for a party. A hold runs to its end whatever happens to the request that
 * asked for it.
 */
@Component
class Holds {

	private final BookingRules rules;

	private final BookingRows rows;

	private final HouseholdHolds households;

	private final SeatInventory inventory;

	private final WaitingRooms rooms;

	private final Slots slots;

	private final Children children;

	private final Consents consents;

	private final Vouchers vouchers;

	private final LocalLimits limits;

	private final Detached detached;

	private final Clock clock;

	private final Signer signer;

	Holds(BookingRules rules, BookingRows rows, HouseholdHolds households, SeatInventory inventory, WaitingRooms rooms,
			Slots slots, Children children, Consents consents, Vouchers vouchers, LocalLimits limits, Detached detached,
			Clock clock, HubProperties hub) {
		this.rules = rules;
		this.rows = rows;
		this.households = households;
		this.inventory = inventory;
		this.rooms = rooms;
		this.slots = slots;
		this.children = children;
		this.consents = consents;
		this.vouchers = vouchers;
		this.limits = limits;
		this.detached = detached;
		this.clock = clock;
		this.signer = hub.signer("hold");
	}

	/**
	 * Holds seats. The same account, key and request always mean the same hold: a repeat
	 * answers the first one, even after Redis was lost, as long as its seats are still
	 * free.
	 */
	Mono<Outcome<Hold>> hold(SignedIn who, String key, HoldRequest request) {
		if (request.items().size() > 1) {
			return Mono.just(Outcome.refused(new BookingRefusal.Rule("ONE_SLOT", "items", List.of())));
		}
		Refusal refusal = refusedToAll(who, key, request);
		if (refusal != null) {
			return Mono.just(Outcome.refused(refusal));
		}
		return this.limits.count("hold-by-account", who.account())
			.then(within -> this.detached.run(asked(who, key, request)));
	}

	/**
	 * What need not be asked of anybody else. Where CARE seats are it has to be: they are
	 * not for all.
	 */
	private @Nullable Refusal refusedToAll(SignedIn who, String key, HoldRequest request) {
		SlotOffer offer = this.slots.remembered(request.items().get(0).slotId());
		return (offer != null && who.household() != null && !offer.slot().has(Pool.CARE))
				? this.inventory.refusal(seats(who, digest(who, key, request), request)) : null;
	}

	private Mono<Outcome<Hold>> asked(SignedIn who, String key, HoldRequest request) {
		return this.slots.offer(request.items().get(0).slotId())
			.filter(offer -> offer.slot().state() != PublicationState.DRAFT)
			.flatMap(offer -> party(who, offer, request)
				.flatMap(outcome -> outcome.then(party -> take(who, key, request, offer, party))))
			.defaultIfEmpty(Outcome.refused(new SeatRefusal.NoSuchPool("items[0].slotId")));
	}

	/**
	 * The account's live holds, the next to expire first.
	 */
	Mono<List<Hold>> live(SignedIn who) {
		return this.households.live(household(who))
			.map(capsules -> capsules.stream().map(id -> own(who, id)).filter(Objects::nonNull).toList());
	}

	/**
	 * A live hold of the account.
	 */
	Mono<Outcome<Hold>> find(SignedIn who, String id) {
		Hold hold = own(who, id);
		if (hold == null) {
			return Mono.just(Outcome.refused(new BookingRefusal.NoSuchHold()));
		}
		if (!this.clock.instant().isBefore(hold.expiresAt())) {
			return Mono.just(Outcome.refused(new SeatRefusal.HoldExpired()));
		}
		return this.inventory.finished(hold.capsule().seats())
			.map(finished -> finished ? Outcome.refused(new SeatRefusal.HoldExpired()) : Outcome.done(hold));
	}

	/**
	 * Gives a hold back. One that is over already is done, too; one whose confirm is
	 * under way is refused.
	 */
	Mono<Outcome<Boolean>> release(SignedIn who, String id) {
		Hold hold = own(who, id);
		if (hold == null) {
			return Mono.just(Outcome.refused(new BookingRefusal.NoSuchHold()));
		}
		return this.detached.run(this.inventory.release(hold.capsule().seats())
			.flatMap(outcome -> outcome
				.then(released -> this.households.forget(household(who), id).thenReturn(Outcome.done(released)))));
	}

	/**
	 * The hold if the id is genuine and the account's own.
	 */
	@Nullable Hold own(SignedIn who, String id) {
		Hold hold = open(id);
		return (hold != null && hold.capsule().account().equals(who.account())) ? hold : null;
	}

	private @Nullable Hold open(String id) {
		HoldCapsule capsule = HoldCapsule.open(id, this.signer);
		return (capsule != null) ? new Hold(id, capsule) : null;
	}

	/**
	 * Who comes, if the party keeps the rules and no child of it is elsewhere.
	 */
	Mono<Outcome<Party>> party(SignedIn who, SlotOffer offer, HoldRequest request) {
		return party(who, offer, request, null);
	}

	/**
	 * Who comes with a booking from now on, if the party keeps the rules and no child of
	 * it is elsewhere.
	 */
	Mono<Outcome<Party>> party(SignedIn who, SlotOffer offer, Party party, UUID booking) {
		var asked = new HoldRequest.PartyRequest(party.adults(), party.children(), party.unnamed());
		var item = new HoldRequest.Item(offer.slot().id(), Pool.PUBLIC, party.size());
		return party(who, offer, new HoldRequest(List.of(item), asked), booking);
	}

	private Mono<Outcome<Party>> party(SignedIn who, SlotOffer offer, HoldRequest request, @Nullable UUID booking) {
		HoldRequest.PartyRequest asked = request.party();
		UUID household = who.household();
		if (asked == null || asked.childrenOrNone().isEmpty() || household == null) {
			return Mono.just(this.rules.party(who, offer, request, List.of()));
		}
		return this.children.of(household, asked.childrenOrNone())
			.map(known -> this.rules.party(who, offer, request, known))
			.flatMap(outcome -> outcome.then(party -> named(household, offer, party)))
			.flatMap(
					outcome -> outcome.then(party -> this.rows.elsewhere(offer, party.children(), booking)
						.map(elsewhere -> elsewhere
								? Outcome.refused(new BookingRefusal.ChildElsewhere("party.children"))
								: Outcome.done(party))));
	}

	/** A venue that asks for names gets them only from guardians who agreed to that. */
	private Mono<Outcome<Party>> named(UUID household, SlotOffer offer, Party party) {
		if (!offer.activity().namesRequired()) {
			return Mono.just(Outcome.done(party));
		}
		return this.consents.stands(household, ConsentPurpose.NAME_TO_VENUE)
			.map(stands -> stands ? Outcome.done(party)
					: Outcome.refused(new BookingRefusal.NameConsent("party.children")));
	}

	/**
	 * Takes the seats: for a household with a care voucher out of the slot's CARE pool
	 * first, which nobody else can use. Which pool it was shows nowhere.
	 */
	private Mono<Outcome<Hold>> take(SignedIn who, String key, HoldRequest request, SlotOffer offer, Party party) {
		byte[] digest = digest(who, key, request);
		SeatHold seats = seats(who, digest, request);
		Mono<Outcome<Granted>> inTurn = this.rooms.hold(who.account(), seats, request.turn());
		return entitled(who, offer).flatMap(entitled -> entitled ? careOr(inTurn, seats) : inTurn)
			.flatMap(outcome -> outcome.then(granted -> register(who, key, digest,
					new HoldCapsule(who.account(), seats.in(granted.pool()), granted.deadline(), party))));
	}

	private static SeatHold seats(SignedIn who, byte[] digest, HoldRequest request) {
		HoldRequest.Item item = request.items().get(0);
		ByteBuffer token = ByteBuffer.wrap(digest);
		return new SeatHold(new UUID(token.getLong(), token.getLong()), item.slotId(), item.pool(), household(who),
				item.seats());
	}

	private static UUID household(SignedIn who) {
		return Objects.requireNonNull(who.household());
	}

	private Mono<Boolean> entitled(SignedIn who, SlotOffer offer) {
		return offer.slot().has(Pool.CARE) ? this.vouchers.stands(household(who)) : Mono.just(false);
	}

	private Mono<Outcome<Granted>> careOr(Mono<Outcome<Granted>> others, SeatHold seats) {
		return this.inventory.hold(seats.in(Pool.CARE))
			.flatMap(outcome -> outcome.fold(granted -> Mono.just(outcome), refusal -> others));
	}

	private Mono<Outcome<Hold>> register(SignedIn who, String key, byte[] digest, HoldCapsule capsule) {
		String id = capsule.seal(this.signer);
		return this.households
			.register(household(who), who.account(), key, HexFormat.of().formatHex(digest), id, capsule.deadline())
			.flatMap(outcome -> outcome.fold(registered -> Mono.just(Outcome.done(new Hold(id, capsule))),
					refusal -> this.inventory.undo(capsule.seats()).thenReturn(Outcome.<Hold>refused(refusal))));
	}

	private byte[] digest(SignedIn who, String key, HoldRequest request) {
		byte[] body = request.canonical();
		byte[] name = key.getBytes(StandardCharsets.UTF_8);
		ByteBuffer data = ByteBuffer.allocate(16 + 4 + name.length + body.length);
		data.putLong(who.account().getMostSignificantBits()).putLong(who.account().getLeastSignificantBits());
		data.putInt(name.length).put(name).put(body);
		return this.signer.sign(data.array(), 16);
	}

	/**
	 * A hold as its party knows it.
	 */
	record Hold(String id, HoldCapsule capsule) {

		public Instant expiresAt() {
			return this.capsule.deadline();
		}

	}

}
