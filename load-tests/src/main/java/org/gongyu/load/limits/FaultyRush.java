package org.gongyu.load.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.gongyu.load.Deadline;
import org.gongyu.load.HubProcess;

/**
 * A release while something breaks. Half of the parties come to a second node of the hub.
 * Who is not answered asks again, with the same key, at once or at the node that is left,
 * as a browser does.
 */
final class FaultyRush {

	private static final int SEATS = 1000;

	/** When it breaks. */
	private static final int SOLD = 300;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final World world;

	private final Figures figures;

	private final Duration warm;

	private final Path folder;

	/**
	 * @param warm for how long the second node is warmed
	 */
	FaultyRush(World world, Figures figures, Duration warm, Path folder) {
		this.world = world;
		this.figures = figures;
		this.warm = warm;
		this.folder = folder;
	}

	void measure() throws SQLException, IOException, InterruptedException {
		try (HubProcess other = this.world.another(this.folder.resolve("other.log")); Wires to = World.to(other)) {
			Round warming = new Round(this.world, this.figures, this.warm, this.folder);
			to.saturate(warming::hold, this.warm);
			rush("rush, Redis stalled", to, this.world.services::stallRedis);
			rush("rush, Redis flushed", to, this.world.services::flushRedis);
			rush("rush, node killed", to, other::kill);
		}
	}

	private interface Fault {

		void happen() throws IOException;

	}

	private void rush(String name, Wires other, Fault fault) throws SQLException, IOException, InterruptedException {
		String slot = this.world.scene.hot(SEATS);
		ConcurrentLinkedQueue<String> history = new ConcurrentLinkedQueue<>(List.of("faults"));
		List<RushParty> parties = this.world.households.stream()
			.map(who -> new RushParty(who, slot, name.hashCode() + who.id(), history::add))
			.toList();
		long start = System.nanoTime();
		try (Wires again = World.to(this.world.hub)) {
			var here = CompletableFuture.runAsync(() -> crowd(half(parties, 0), this.world.holds, this.world.holds));
			var there = CompletableFuture.runAsync(() -> crowd(half(parties, 1), other, again));
			breakAt(slot, fault);
			here.join();
			there.join();
		}
		this.figures.add(name + ", parties/s", parties.size() * 1e9 / (System.nanoTime() - start));
		this.figures.add(name + ", longest pause ms", pause(slot));
		Path file = Files.write(this.folder.resolve(name.replaceAll("\\W+", "-") + ".history"), history);
		this.world.node.check(slot, SEATS, file);
		long answered = parties.stream().filter(RushParty::isAnswered).count();
		String sold = this.world.services
			.query("select sum(booked) from pool_seats where slot_id = '%s'".formatted(slot));
		System.out.printf("%s: %s of %d seats sold, %d of %d answered, %.0f parties/s, longest pause %.0f ms%n", name,
				sold, SEATS, answered, parties.size(), this.figures.last(name + ", parties/s"),
				this.figures.last(name + ", longest pause ms"));
		if (answered < parties.size() || !sold.equals(String.valueOf(SEATS))) {
			throw new IllegalStateException(name + ": not everybody was answered, or not every seat was sold");
		}
		this.world.scene.calm();
	}

	private static List<RushParty> half(List<RushParty> parties, int which) {
		return IntStream.range(0, parties.size()).filter(i -> i % 2 == which).mapToObj(parties::get).toList();
	}

	private static void crowd(List<RushParty> parties, Wires wires, Wires again) {
		wires.crowd(parties, Duration.ofSeconds(1));
		Deadline deadline = Deadline.in(PATIENCE);
		while (parties.stream().anyMatch(party -> !party.isAnswered()) && !deadline.left().isZero()) {
			long now = System.nanoTime();
			List<RushParty> due = parties.stream().filter(party -> party.isDue(now)).toList();
			if (!due.isEmpty()) {
				again.all(due);
			}
			pause();
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void breakAt(String slot, Fault fault) throws SQLException, IOException, InterruptedException {
		String booked = "select sum(booked) from pool_seats where slot_id = '%s'".formatted(slot);
		while (Integer.parseInt(this.world.services.query(booked)) < SOLD) {
			TimeUnit.MILLISECONDS.sleep(2);
		}
		fault.happen();
	}

	/**
	 * The longest time in which no seat was booked, while there were seats and parties.
	 */
	private double pause(String slot) throws SQLException {
		return Double.parseDouble(this.world.services
			.query("""
					select coalesce(max(extract(epoch from gap)) * 1000, 0) from (
					  select created_at - lag(created_at) over (order by created_at) as gap from booking where slot_id = '%s') g"""
				.formatted(slot)));
	}

}
