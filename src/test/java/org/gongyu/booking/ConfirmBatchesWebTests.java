package org.gongyu.booking;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.gongyu.Hub;
import org.gongyu.PageClient;
import org.jspecify.annotations.Nullable;
import org.gongyu.account.SignedIn;
import org.gongyu.account.Role;
import org.gongyu.organization.OrganizationKind;
import org.gongyu.organization.Organizations;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Those who are confirmed together share a transaction and nothing else.
 */
class ConfirmBatchesWebTests {

	/** A thread for each, however few cores there are. */
	private static final Executor APART = task -> new Thread(task).start();

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	@Test
	void whatOneOfThemSendsHarmsNoOther() {
		PageClient desk = new PageClient(hub.address()).signIn("venue@example.org", Stage.PASSWORD);
		warm(desk);
		String slot = stage.slot(600, 10);
		String family = stage.family();
		String hold = Stage.id(stage.hold(family, slot, 1));
		desk.get("/desk/slots/" + slot).expect(200);
		Connection lock = lock(slot);
		var running = CompletableFuture.supplyAsync(() -> book(desk, slot, "周老师"), APART);
		await().until(() -> claimed(slot) == 1);
		var good = CompletableFuture.supplyAsync(() -> stage.client.post(family, "/bookings", Map.of("holdId", hold)),
				APART);
		var bad = CompletableFuture.supplyAsync(() -> unstorable(slot), APART);
		await().until(() -> claimed(slot) == 3);
		Mono.from(lock.commitTransaction()).then(Mono.from(lock.close())).block();
		running.join().next();
		assertThat(bad.join()).isNotNull();
		good.join().expect(201);
	}

	/** The lock below must not last as long as a statement may. */
	private static void warm(PageClient desk) {
		String slot = stage.slot(500, 10);
		stage.booking(stage.family(), slot, 1);
		desk.get("/desk/slots/" + slot).expect(200);
		book(desk, slot, "周老师").next();
	}

	/** What the database refuses, past everything that reads requests. */
	private static @Nullable Throwable unstorable(String slot) {
		UUID organization = Objects
			.requireNonNull(hub.bean(Organizations.class).add(OrganizationKind.VENUE_OPERATOR, "venue").block());
		SignedIn manager = new SignedIn(UUID.randomUUID(), "馆长", UUID.randomUUID(), null, organization, "venue",
				Set.of(Role.VENUE_MANAGER));
		return hub.bean(Desk.class)
			.book(manager, UUID.fromString(slot), "a key of its own", new Desk.DeskRequest("\0", "1", 1))
			.map(outcome -> new AssertionError("it was booked"))
			.<Throwable>cast(Throwable.class)
			.onErrorResume(Mono::just)
			.filter(error -> !(error instanceof AssertionError))
			.block();
	}

	private static PageClient.Page book(PageClient desk, String slot, String name) {
		return desk.post("/desk/slots/" + slot + "/bookings", Map.of("name", name, "phone", "1", "seats", "1"));
	}

	/** Holds up every confirm of the slot until it is committed. */
	private static Connection lock(String slot) {
		Connection connection = Objects
			.requireNonNull(Mono.<Connection>from(hub.bean(ConnectionFactory.class).create()).block());
		Mono.from(connection.beginTransaction()).block();
		Flux.from(connection.createStatement("select lock_slot('" + slot + "')").execute())
			.flatMap(result -> result.map(row -> true))
			.blockLast();
		return connection;
	}

	private static int claimed(String slot) {
		return Objects
			.requireNonNull(hub.bean(ReactiveStringRedisTemplate.class)
				.opsForHash()
				.values("{" + slot + "}:holds")
				.filter(hold -> hold.toString().startsWith("C|"))
				.collectList()
				.block())
			.size();
	}

}
