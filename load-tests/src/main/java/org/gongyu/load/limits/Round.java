package org.gongyu.load.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures everything once: each limit right beside what is compared with it.
 */
final class Round {

	private static final int SEATS = 1000;

	private static final int AT_ONCE = 256;

	private static final int PGBENCH_SECONDS = 3;

	/**
	 * Processes that use less than so many microseconds for a request have no part in it.
	 */
	private static final double NOTICEABLE = 5;

	/** The part of the peak at which latencies are measured. */
	private static final double PART = 0.7;

	private static final AtomicLong KEYS = new AtomicLong();

	private final World world;

	private final Figures figures;

	private final Duration phase;

	private final Path folder;

	private final SplittableRandom random = new SplittableRandom(KEYS.get());

	Round(World world, Figures figures, Duration phase, Path folder) {
		this.world = world;
		this.figures = figures;
		this.phase = phase;
		this.folder = folder;
	}

	void rates() throws SQLException, IOException {
		note("hello", () -> this.world.hello.saturate(() -> new HelloStep(anybody()), this.phase).only(200));
		note("bareWebFlux", () -> this.world.bare.saturate(this::hold, this.phase).only(201));
		note("hold", () -> this.world.holds.saturate(this::hold, this.phase).only(201));
		String soldOut = this.world.scene.hot(1);
		this.world.node.confirm(soldOut, Duration.ofMillis(20), 1);
		note("refusal",
				() -> this.world.holds.saturate(() -> HoldStep.only(anybody(), soldOut, key()), this.phase).only(409));
	}

	void latencies() {
		double rate = PART * this.figures.last("hold");
		latency("bareWebFlux", this.world.bare.steady(this::hold, rate, this.phase).only(201));
		latency("hold", this.world.holds.steady(this::hold, rate, this.phase).only(201));
	}

	void rows() throws IOException, InterruptedException, SQLException {
		String own = this.world.scene.hot();
		String plain = this.world.scene.hot();
		this.world.alone(() -> {
			best("ownRow", Scene.ownCall(own));
			best("plainRow", Scene.plainCall(plain));
		});
		this.world.scene.calm();
	}

	void confirms() throws SQLException, IOException {
		String slot = this.world.scene.hot();
		this.figures.add("confirmHotSlot", this.world.node.confirm(slot, this.phase, AT_ONCE));
		this.world.scene.calm();
		List<ConfirmStep> confirms = held(this.world.scene.hot());
		note("confirmHttp", () -> this.world.holds.all(confirms).only(201));
		this.world.scene.calm();
	}

	private List<ConfirmStep> held(String slot) {
		List<ConfirmStep> confirms = new ArrayList<>();
		int count = (int) Math.min(this.world.households.size(), 4000 * this.phase.toSeconds());
		this.world.holds
			.all(this.world.households.subList(0, count).stream().map(who -> HoldStep.then(who, slot, key(), hold -> {
				confirms.add(new ConfirmStep(who, hold));
				return null;
			})).toList())
			.only(201);
		return confirms;
	}

	void rushes() throws SQLException, IOException {
		String slot = this.world.scene.hot(SEATS);
		List<String> history = new ArrayList<>(List.of("whole"));
		crowd("rush", this.world.holds,
				this.world.households.stream().map(who -> new RushParty(who, slot, key(), history::add)).toList());
		Path file = Files.write(this.folder.resolve("rush.history"), history);
		this.world.node.check(slot, SEATS, file);
		sold(slot, "select sum(booked) from pool_seats where slot_id = '%s'");
		this.world.scene.calm();
		String plain = this.world.scene.hot(SEATS);
		crowd("plainRush", this.world.plain,
				this.world.households.stream().map(who -> new PlainStep(who, plain)).toList());
		sold(plain, "select sum(seats) from plain_booking where slot_id = '%s'");
	}

	private void sold(String slot, String count) throws SQLException {
		String sold = this.world.services.query(count.formatted(slot));
		if (!sold.equals(String.valueOf(SEATS))) {
			throw new IllegalStateException(sold + " of " + SEATS + " seats were sold");
		}
	}

	/** All come within the same second. */
	private void crowd(String name, Wires wires, List<? extends Step> parties) {
		Measured crowd = note(name, () -> wires.crowd(parties, Duration.ofSeconds(1)));
		latency(name, crowd);
		if (crowd.answered(0) > 0) {
			throw new IllegalStateException("Not everybody was answered: " + crowd.statuses());
		}
	}

	private Measured note(String name, Supplier<Measured> work) {
		Map<String, Duration> before = this.world.cpu.now();
		Measured measured = work.get();
		this.figures.add(name, measured.rate());
		this.world.cpu.microsEach(before, measured.count()).forEach((process, micros) -> {
			if (micros >= NOTICEABLE) {
				this.figures.add(name + " µs " + process, micros);
			}
		});
		System.out.printf("%-14s %8.0f/s  %s%n", name, measured.rate(), measured.statuses());
		return measured;
	}

	private void latency(String name, Measured measured) {
		this.figures.add(name + " p50 ms", measured.millis(50));
		this.figures.add(name + " p99 ms", measured.millis(99));
		this.figures.add(name + " p99.9 ms", measured.millis(99.9));
		this.figures.add(name + " sent late p99 ms", measured.lateMillis());
		System.out.printf("%-14s p50 %.2f p99 %.2f p99.9 %.2f late %.2f ms%n", name, measured.millis(50),
				measured.millis(99), measured.millis(99.9), measured.lateMillis());
	}

	private void best(String name, String script) throws IOException, InterruptedException {
		Map<Integer, Double> rates = this.world.pgBench.rates(script, PGBENCH_SECONDS);
		rates.forEach((clients, rate) -> this.figures.add(name + " -c " + clients, rate));
		this.figures.add(name, rates.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow());
		System.out.println(name + " " + rates);
	}

	HoldStep hold() {
		List<String> slots = this.world.scene.slots();
		return HoldStep.only(anybody(), slots.get(this.random.nextInt(slots.size())), key());
	}

	private Household anybody() {
		return this.world.households.get(this.random.nextInt(this.world.households.size()));
	}

	private static String key() {
		return Long.toString(KEYS.incrementAndGet());
	}

	/**
	 * Everything that will be measured, so long that the compilers have seen it.
	 */
	void warmUp(Duration time) throws SQLException, IOException {
		IntStream.range(0, 2).forEach(half -> {
			this.world.bare.saturate(this::hold, time.dividedBy(2));
			this.world.holds.saturate(this::hold, time.dividedBy(2));
		});
		String hot = this.world.scene.hot();
		this.world.hello.saturate(() -> new HelloStep(anybody()), time.dividedBy(4));
		this.world.plain.saturate(() -> new PlainStep(anybody(), hot), time.dividedBy(2));
		this.world.node.confirm(hot, time.dividedBy(2), AT_ONCE);
		this.world.holds.all(held(this.world.scene.hot()));
		String soldOut = this.world.scene.hot(1);
		this.world.node.confirm(soldOut, Duration.ofMillis(20), 1);
		this.world.holds.saturate(() -> HoldStep.only(anybody(), soldOut, key()), time.dividedBy(4));
		this.world.scene.calm();
	}

}
