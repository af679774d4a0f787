package org.gongyu.overload;

import java.util.List;
import java.util.function.LongSupplier;

import org.gongyu.platform.RequestPattern;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Turns requests away, before anything is done for them, when the loop that has them is
 * late or too many are under way. Streams of events are not under way: they wait.
 */
class Shedding implements HttpHandler {

	private final LongSupplier lag;

	private final Busy busy;

	private final HttpHandler served;

	private final List<RequestPattern> confirms;

	private final List<RequestPattern> holds;

	private final List<RequestPattern> always;

	private final long browseLag;

	private final long holdLag;

	private final long confirmLag;

	private final Room room;

	/**
	 * @param lag how late the caller's event loop is, in nanoseconds
	 */
	Shedding(LongSupplier lag, Busy busy, OverloadProperties properties, HttpHandler served) {
		this.lag = lag;
		this.busy = busy;
		this.served = served;
		this.confirms = properties.confirms().stream().map(RequestPattern::of).toList();
		this.holds = properties.holds().stream().map(RequestPattern::of).toList();
		this.always = properties.always().stream().map(RequestPattern::of).toList();
		this.browseLag = properties.browseLag().toNanos();
		this.holdLag = properties.holdLag().toNanos();
		this.confirmLag = properties.confirmLag().toNanos();
		this.room = new Room(properties.least(), properties.requests(), properties.target().toNanos());
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		Urgency urgency = urgency(request);
		if (isLate(urgency) || !this.room.has(urgency)) {
			return this.busy.answer(request, response);
		}
		return isStream(request) ? this.served.handle(request, response) : counted(urgency, request, response);
	}

	/**
	 * Confirms wait for their batch and sign-ins for their turn: how long they take says
	 * nothing.
	 */
	private Mono<Void> counted(Urgency urgency, ServerHttpRequest request, ServerHttpResponse response) {
		boolean telling = urgency == Urgency.HOLD || HttpMethod.GET.equals(request.getMethod());
		long since = System.nanoTime();
		this.room.enter();
		return this.served.handle(request, response)
			.doFinally(end -> this.room.leave(System.nanoTime() - since, telling));
	}

	private boolean isLate(Urgency urgency) {
		long late = this.lag.getAsLong();
		return switch (urgency) {
			case ALWAYS -> false;
			case CONFIRM -> late > this.confirmLag;
			case HOLD -> late > this.holdLag;
			case BROWSE -> late > this.browseLag;
		};
	}

	private Urgency urgency(ServerHttpRequest request) {
		if (isAny(this.confirms, request)) {
			return Urgency.CONFIRM;
		}
		if (isAny(this.holds, request)) {
			return Urgency.HOLD;
		}
		return isAny(this.always, request) ? Urgency.ALWAYS : Urgency.BROWSE;
	}

	private static boolean isAny(List<RequestPattern> patterns, ServerHttpRequest request) {
		for (RequestPattern each : patterns) {
			if (each.matches(request)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isStream(ServerHttpRequest request) {
		String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
		return accept != null && accept.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
	}

}
