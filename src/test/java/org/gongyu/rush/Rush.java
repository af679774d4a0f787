package org.gongyu.rush;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.gongyu.rush.History.Kind;
import org.gongyu.rush.History.Op;
import org.gongyu.rush.History.Result;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Parties that want one seat each, and do not give up before they have a final answer.
 */
final class Rush {

	/**
	 * How the clients behave.
	 *
	 * @param drops the share of answers that never reach the client, who asks again
	 * @param disconnects the share of requests that the client breaks off, and asks again
	 * @param cancels the share of winners that cancel at once
	 */
	record Manners(double drops, double disconnects, double cancels) {

		static final Manners CALM = new Manners(0, 0, 0);

	}

	/**
	 * An answer; status 0 is none.
	 */
	private record Answer(int status, JsonNode body) {

		String code() {
			return this.body.path("code").asString("");
		}

	}

	private static final JsonMapper JSON = new JsonMapper();

	private static final int CONCURRENCY = 128;

	private static final int MOST_TRIES = 400;

	final History history = new History();

	final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger keys = new AtomicInteger((int) (System.nanoTime() >>> 8));

	private final Supplier<String> address;

	private final UUID slot;

	private final List<String> tokens;

	private final Manners manners;

	private final ConnectionProvider connections = ConnectionProvider.create("rush", CONCURRENCY);

	private final WebClient web;

	Rush(Supplier<String> address, UUID slot, List<String> tokens, Manners manners) {
		this.address = address;
		this.slot = slot;
		this.tokens = tokens;
		this.manners = manners;
		HttpClient http = HttpClient.create(this.connections).responseTimeout(Duration.ofSeconds(20));
		this.web = WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
	}

	/**
	 * Everybody at once; answers the parties that lost. The connections are closed then.
	 */
	List<Integer> run(List<Integer> parties) {
		return Flux.fromIterable(parties)
			.flatMap(party -> party(party).filter(won -> !won).map(lost -> party), CONCURRENCY)
			.collectList()
			.flatMap(losers -> this.connections.disposeLater().thenReturn(losers))
			.block(Duration.ofMinutes(4));
	}

	private Mono<Boolean> party(int party) {
		String key = party + "-" + this.keys.incrementAndGet();
		Object wish = Map.of("items", List.of(Map.of("slotId", this.slot, "pool", "PUBLIC", "seats", 1)));
		return asked(party, Kind.HOLD, key, () -> post(party, "/holds", wish, key)).flatMap(hold -> {
			this.answered.incrementAndGet();
			if (hold.status() != 201) {
				return Mono.just(false);
			}
			String id = hold.body().path("id").asString();
			return asked(party, Kind.CONFIRM, id, () -> post(party, "/bookings", Map.of("holdId", id), null))
				.flatMap(booking -> (booking.status() == 201) ? maybeCancel(party, booking) : Mono.just(false));
		});
	}

	private Mono<Boolean> maybeCancel(int party, Answer booking) {
		if (ThreadLocalRandom.current().nextDouble() >= this.manners.cancels()) {
			return Mono.just(true);
		}
		String id = booking.body().path("id").asString();
		return asked(party, Kind.CANCEL, id, () -> post(party, "/bookings/" + id + "/cancel", Map.of(), null))
			.thenReturn(true);
	}

	/** Asks until there is a final answer, and notes each try. */
	private Mono<Answer> asked(int party, Kind kind, String subject, Supplier<Mono<Answer>> request) {
		return once(party, kind, subject, request)
			.flatMap(answer -> isFinal(answer) ? Mono.just(answer)
					: Mono.<Answer>error(new IllegalStateException(kind + " " + answer)))
			.retryWhen(Retry.backoff(MOST_TRIES, Duration.ofMillis(20)).maxBackoff(Duration.ofMillis(300)));
	}

	private Mono<Answer> once(int party, Kind kind, String subject, Supplier<Mono<Answer>> request) {
		return Mono.defer(() -> {
			long invoked = nanos();
			return request.get().doOnNext(answer -> this.history.add(op(party, kind, subject, invoked, answer)));
		});
	}

	private static Op op(int party, Kind kind, String subject, long invoked, Answer answer) {
		boolean ok = answer.status() / 100 == 2;
		Result result = ok ? Result.OK : isFinal(answer) ? Result.REFUSED : Result.UNKNOWN;
		long deadline = (kind == Kind.HOLD && ok)
				? Instant.parse(answer.body().path("expiresAt").asString()).toEpochMilli() : 0;
		return new Op(party, kind, subject, invoked, nanos(), result, ok ? answer.body().path("id").asString() : null,
				ok ? null : answer.code(), deadline);
	}

	private static boolean isFinal(Answer answer) {
		return answer.status() > 0 && answer.status() < 500 && answer.status() != 429;
	}

	private Mono<Answer> post(int party, String path, Object body, @Nullable String key) {
		Mono<Answer> answer = this.web.post().uri(this.address.get() + "/api/v1" + path).headers(headers -> {
			headers.setBearerAuth(this.tokens.get(party));
			if (key != null) {
				headers.set("Idempotency-Key", key);
			}
		})
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsString(body))
			.exchangeToMono(response -> response.bodyToMono(String.class)
				.defaultIfEmpty("{}")
				.map(text -> new Answer(response.statusCode().value(), JSON.readTree(text))));
		return misbehave(answer).onErrorReturn(new Answer(0, JSON.createObjectNode()));
	}

	private Mono<Answer> misbehave(Mono<Answer> answer) {
		Random random = ThreadLocalRandom.current();
		double luck = random.nextDouble();
		if (luck < this.manners.drops()) {
			return answer.map(lost -> new Answer(0, JSON.createObjectNode()));
		}
		if (luck < this.manners.drops() + this.manners.disconnects()) {
			return answer.timeout(Duration.ofNanos(random.nextInt(4_000_000)));
		}
		return answer;
	}

	private static long nanos() {
		return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
	}

}
