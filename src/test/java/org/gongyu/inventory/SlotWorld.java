package org.gongyu.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongyu.inventory.LedgerModel.Entry;
import reactor.core.publisher.Mono;

/**
 * The real slot and its model side by side: every step is done to both, the answers and
 * what they leave behind must be equal, and the invariants of the protocol must hold.
 */
final class SlotWorld {

	static final long TICK = 15_000;

	/** When a tombstone may be gone: above the deadline of every hold and ten minutes. */
	private static final long FORGOTTEN = 1_200_000;

	final RealSlot real;

	final LedgerModel ledger;

	final ImageModel image = new ImageModel();

	final Map<UUID, Long> deadlines = new HashMap<>();

	final List<String> trace = new ArrayList<>();

	private final SlotInvariants invariants = new SlotInvariants();

	private long revision;

	private boolean faults;

	long now;

	SlotWorld(RealSlot real, LedgerModel ledger) {
		this.real = real;
		this.ledger = ledger;
		this.image.limit = ledger.limit;
	}

	void fault() {
		this.faults = true;
	}

	void move(int ticks) {
		this.now += ticks * TICK;
		this.real.moveTo(this.now);
		this.trace.add("time +" + ticks);
	}

	void flush() {
		fault();
		this.real.flush();
		this.image.flush();
		this.trace.add("FLUSH");
	}

	String hold(SeatHold hold, boolean privileged) {
		String code = same("hold " + name(hold) + (privileged ? " privileged" : ""),
				reply(this.real.image.hold(hold, privileged ? HoldKind.OFFER : HoldKind.PARTY)),
				this.image.hold(hold, privileged, this.now));
		if (code.equals("GRANTED")) {
			long original = Objects.requireNonNull(this.image.holds.get(hold.id())).original();
			Long before = privileged ? null : this.deadlines.put(hold.id(), original);
			check(!privileged || before == null || before == original || this.faults,
					"I10 a repeat answers another deadline");
			Entry entry = this.ledger.claims.get(hold.id());
			check(entry == null || this.faults || this.now - entry.written() >= FORGOTTEN
					|| this.image.holds.get(hold.id()).claims() > 0 || this.image.version < this.ledger.version,
					"I10 a finished hold is granted again");
		}
		return code;
	}

	String claim(SeatHold hold, long original) {
		return same("claim " + name(hold), reply(this.real.image.claim(hold, this.real.at(original))),
				this.image.claim(hold, original, this.now));
	}

	String unclaim(SeatHold hold) {
		String real = reply(this.real.image.unclaim(this.real.id, hold.id()));
		return same("unclaim " + name(hold), real, this.image.unclaim(hold.id()));
	}

	String release(SeatHold hold) {
		return same("release " + name(hold), reply(this.real.image.release(this.real.id, hold.id(), false)),
				this.image.release(hold.id(), this.now));
	}

	String settle(Letter letter) {
		return same(
				"settle v" + letter.model().version() + " prev " + letter.model().previous() + " finished "
						+ letter.model().finished().size(),
				reload(this.real.image.settle(this.real.id, letter.real())),
				this.image.settle(letter.model(), this.now));
	}

	Letter load(long since) {
		this.trace.add("ledger read since " + since);
		return new Letter(Objects.requireNonNull(this.real.rows.load(this.real.id, since).block()),
				this.ledger.load(since, this.now));
	}

	String write(Letter letter, long since, List<UUID> finished) {
		String ids = finished.stream().map(id -> "\"" + id + "\"").toList().toString();
		return same("load v" + letter.model().version() + " since " + since,
				reload(this.real.image.load(this.real.id, letter.real(), since, ids)),
				this.image.load(letter.model(), since, finished, this.now));
	}

	List<String> confirm(List<SeatHold> holds, boolean live, List<Letter> out) {
		long previous = this.ledger.version;
		List<String> realNumbers = new ArrayList<>();
		List<String> real = this.real.confirm(holds, realNumbers);
		List<String> expected = this.ledger.confirm(holds, this.now);
		same("confirm " + holds.stream().map(this::name).toList(), real.toString(), expected.toString());
		List<UUID> finished = new ArrayList<>();
		for (int i = 0; i < holds.size(); i++) {
			String verdict = expected.get(i);
			check(this.faults || !live || !verdict.equals("FULL") && !verdict.equals("LIMIT"),
					"I5 a live hold claimed in time is refused: " + verdict);
			check(!verdict.equals("OK") || !this.invariants.abandoned(holds.get(i).id()),
					"I8 an abandoned hold is confirmed");
			if (!verdict.equals("FULL") && !verdict.equals("LIMIT")) {
				finished.add(holds.get(i).id());
			}
		}
		out.add(new Letter(realNumbers.get(0),
				this.ledger.numbers(previous, holds.stream().map(SeatHold::party).toList(), finished)));
		return expected;
	}

	String keep(SeatHold hold, long until, List<Letter> out) {
		long previous = this.ledger.version;
		String answer = Objects.requireNonNull(
				this.real.sql("select test_keep('" + this.real.id + "', '" + hold.id() + "', '" + hold.party() + "', '"
						+ hold.pool() + "', " + hold.seats() + ", " + this.real.time(until) + ") as numbers"));
		int split = answer.indexOf(';');
		String verdict = same("keep " + name(hold), answer.substring(0, split),
				this.ledger.keep(hold, until, this.now));
		boolean refused = List.of("FULL", "LIMIT").contains(verdict);
		out.add(new Letter(answer.substring(split + 1),
				this.ledger.numbers(previous, List.of(hold.party()), refused ? List.of() : List.of(hold.id()))));
		return verdict;
	}

	boolean isBooked(SeatHold hold) {
		Entry entry = this.ledger.claims.get(hold.id());
		return entry != null && entry.state().equals("BOOKED");
	}

	/**
	 * A booking has more seats, or fewer. Answers the ledger's verdict.
	 */
	String resize(SeatHold hold, int seats, UUID extra, List<Letter> out) {
		long previous = this.ledger.version;
		String answer = Objects.requireNonNull(this.real.sql("select test_resize('" + this.real.id + "', '" + hold.id()
				+ "', " + seats + ", '" + extra + "', '" + hold.party() + "') as numbers"));
		int split = answer.indexOf(';');
		String verdict = same("resize " + name(hold) + " to " + seats, answer.substring(0, split),
				this.ledger.resize(hold.id(), seats, extra, this.now));
		if (verdict.equals("OK")) {
			out.add(new Letter(answer.substring(split + 1),
					this.ledger.numbers(previous, List.of(hold.party()), List.of(extra))));
		}
		return verdict;
	}

	void cancel(SeatHold hold, List<Letter> out) {
		long previous = this.ledger.version;
		String real = this.real.sql("select numbers from cancel_booking((select id from booking where hold_id = '"
				+ hold.id() + "'), 'PARTY', now())");
		boolean cancelled = this.ledger.cancel(hold.id(), this.now);
		same("cancel " + name(hold), String.valueOf(real != null), String.valueOf(cancelled));
		if (real != null) {
			out.add(new Letter(real, this.ledger.numbers(previous, List.of(hold.party()), List.of(hold.id()))));
		}
	}

	Letter waiting(boolean somebody) {
		long previous = this.ledger.version;
		String real = Objects
			.requireNonNull(this.real.sql("select set_waiting('" + this.real.id + "', " + somebody + ") as numbers"));
		this.ledger.wait(somebody);
		this.trace.add("waiting " + somebody);
		return new Letter(real, this.ledger.numbers(previous, List.of(), List.of()));
	}

	/**
	 * Empty when the image is missing.
	 */
	Optional<List<SeatHold>> touch() {
		Reply seen = Objects.requireNonNull(this.real.image.touch(this.real.id).block());
		same("touch", seen.is("MISSING") ? "MISSING" : "SEEN", this.image.known ? "SEEN" : "MISSING");
		if (!this.image.known) {
			return Optional.empty();
		}
		List<SeatHold> doubts = this.image.touch(this.real.id, this.now);
		same("in doubt", Set.copyOf(ImageKeeper.Look.of(this.real.id, seen).doubts()).equals(Set.copyOf(doubts)) + "",
				"true");
		return Optional.of(doubts);
	}

	Letter ask(List<SeatHold> doubts) {
		long previous = this.ledger.version;
		String real = Objects.requireNonNull(this.real.rows.ask(this.real.id, doubts).block());
		List<UUID> finished = this.ledger.ask(doubts, this.now);
		this.trace.add("ledger asked about " + doubts.stream().map(this::name).toList());
		List<UUID> parties = finished.stream()
			.map(id -> Objects.requireNonNull(this.ledger.claims.get(id)).party())
			.toList();
		return new Letter(real, this.ledger.numbers(previous, parties, finished));
	}

	/**
	 * Compares the two worlds and checks what must hold always.
	 */
	void compare() {
		same("ledger", this.real.ledger(), SlotPicture.of(this.ledger));
		Map<String, String> hash = this.real.imageHash("image");
		same("image", SlotPicture.of(this.real, hash), SlotPicture.of(this.image));
		if (this.image.known) {
			long fresh = Long.parseLong(hash.getOrDefault("revision", "0"));
			check(fresh >= this.revision, "I9 the revision fell from " + this.revision + " to " + fresh);
			this.revision = fresh;
		}
		this.invariants.always(this, this.faults);
	}

	/** At rest the two must agree. */
	void atRest() {
		this.invariants.atRest(this);
	}

	private static String reply(Mono<Reply> call) {
		return Objects.requireNonNull(call.block()).code();
	}

	private static String reload(Mono<Reply> call) {
		Reply reply = Objects.requireNonNull(call.block());
		return reply.is("RELOAD") ? "RELOAD " + reply.number(0) : reply.code();
	}

	private String name(SeatHold hold) {
		return hold.id().toString().substring(0, 4);
	}

	private String same(String step, String real, String model) {
		this.trace.add(step + " -> " + real);
		check(real.equals(model), step + ": real " + real + "\n   but the model " + model);
		return model;
	}

	void check(boolean holds, String what) {
		if (!holds) {
			throw new AssertionError(what + "\n  " + String.join("\n  ", this.trace));
		}
	}

}
