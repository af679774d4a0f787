package org.gongyu.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.gongyu.activity.Pool;
import org.gongyu.inventory.Availability;
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
 * Holds seats for everybody, one after the other where more come than can be served: then
 * a line begins, and whose turn it is holds. A line is for seats that are there; where
 * they are gone people are told so at once.
 */
@Component
public class WaitingRooms {

	private static final String LIMIT = "line-by-account";

	private final SeatInventory inventory;

	private final Pressure pressure;

	private final Lines lines;

	private final SignedTurns turns;

	private final Proof proof;

	private final LocalLimits limits;

	private final Detached detached;

	private final AdmissionProperties properties;

	private final Clock clock;

	private final Signer signer;

	private final Counter joined;

	WaitingRooms(SeatInventory inventory, Pressure pressure, Lines lines, SignedTurns turns, Proof proof,
			LocalLimits limits, Detached detached, AdmissionProperties properties, Clock clock, HubProperties hub,
			MeterRegistry meters) {
		this.inventory = inventory;
		this.pressure = pressure;
		this.lines = lines;
		this.turns = turns;
		this.proof = proof;
		this.limits = limits;
		this.detached = detached;
		this.properties = properties;
		this.clock = clock;
		this.signer = hub.signer("line");
		this.joined = Counter.builder("gongyu.admission.joined").register(meters);
	}

	/**
	 * Holds seats as {@link SeatInventory#hold}, or refuses with a place in the slot's
	 * line ({@link AdmissionRefusal.InLine}): the same place while it stands.
	 * @param turn what the place came to, if it has
	 */
	public Mono<Outcome<Granted>> hold(UUID account, SeatHold seats, @Nullable String turn) {
		UUID slot = seats.slot();
		boolean theirs = turn != null && this.turns.stands(turn, account, slot);
		return this.pressure
			.counted(slot, theirs ? this.inventory.holdInTurn(seats) : this.inventory.hold(seats),
					() -> this.detached.start("line", open(slot)))
			.flatMap(outcome -> outcome.fold(granted -> Mono.just(outcome),
					refusal -> refused(refusal, account, seats)));
	}

	/**
	 * Where the ticket's place is now. Costs no I/O.
	 * @param answer to what the ticket asks for, if it does
	 */
	public Mono<Outcome<Place>> place(UUID account, String sealed, @Nullable String answer) {
		Ticket ticket = Ticket.open(sealed, this.signer);
		if (ticket == null || !ticket.account().equals(account)) {
			return Mono.just(Outcome.refused(new AdmissionRefusal.NoSuchTicket()));
		}
		return this.limits.count(LIMIT, account).then(within -> place(ticket, sealed, answer).map(Outcome::done));
	}

	/**
	 * Begins a line, if there is anything to stand in line for.
	 */
	public Mono<Void> open(UUID slot) {
		return this.inventory.availability(slot)
			.filter(this::hasSeats)
			.flatMap(seats -> this.inventory.shut(slot, this.properties.gate()));
	}

	private boolean hasSeats(Availability seats) {
		Instant now = this.clock.instant();
		return !seats.waiting() && seats.pools()
			.stream()
			.anyMatch(each -> each.pool() == Pool.PUBLIC && each.remaining() > 0 && !now.isBefore(each.releasedAt()));
	}

	private Mono<Outcome<Granted>> refused(Refusal refusal, UUID account, SeatHold seats) {
		if (!(refusal instanceof SeatRefusal.OthersInLine)) {
			return Mono.just(Outcome.refused(refusal));
		}
		this.joined.increment();
		return this.lines.join(seats.slot(), seats.party())
			.map(joined -> new Ticket(seats.slot(), account, joined.number(), seats.seats(), joined.workBits(),
					joined.at()))
			.flatMap(ticket -> place(ticket, ticket.seal(this.signer), null))
			.map(place -> Outcome.refused(new AdmissionRefusal.InLine(place)));
	}

	private Mono<Place> place(Ticket ticket, String sealed, @Nullable String answer) {
		return Mono.zip(this.lines.of(ticket.slot(), ticket.number()),
				this.proof.given(sealed, ticket.workBits(), answer).onErrorReturn(false),
				(line, worked) -> place(ticket, sealed, line, worked));
	}

	private Place place(Ticket ticket, String sealed, Line line, boolean worked) {
		Instant now = this.clock.instant();
		Place.State state = line.state(ticket, worked, now, this.properties);
		int seats = line.seats().left();
		return switch (state) {
			case WAITING ->
				waiting(ticket, sealed, line, worked ? Duration.ZERO : line.unworked(ticket, now, this.properties));
			case TURN -> {
				Instant until = now.plus(this.properties.turn());
				yield new Place(state, ticket.slot(), sealed, null, null, null, seats, null, null,
						this.turns.of(ticket.account(), ticket.slot(), until), until);
			}
			case TAKEN, PASSED ->
				new Place(state, ticket.slot(), sealed, null, null, null, seats, null, null, null, null);
		};
	}

	/**
	 * @param unworked how long it still takes without the work that is asked for
	 */
	private Place waiting(Ticket ticket, String sealed, Line line, Duration unworked) {
		Place.Wait wait = line.wait(ticket, this.properties);
		long least = unworked.toSeconds();
		Duration again = line.again(ticket, this.properties);
		// whoever only waits for the time to pass asks when it has
		boolean idle = line.ahead(ticket) == 0 && !unworked.isZero();
		return new Place(Place.State.WAITING, ticket.slot(), sealed, line.ahead(ticket),
				new Place.Wait(Math.max(wait.from(), least), Math.max(wait.to(), least + 1)),
				line.ahead(ticket) < line.seats().left(), line.seats().left(),
				(idle ? Line.idle(unworked) : again).toMillis(), unworked.isZero() ? null : ticket.workBits(), null,
				null);
	}

}
