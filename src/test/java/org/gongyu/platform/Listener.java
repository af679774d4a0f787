package org.gongyu.platform;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * A handler that notes what it was told, does what the test says, and notices when it is
 * told one fact twice at the same time.
 */
final class Listener implements FactHandler<Told> {

	/** Every telling that began. */
	final List<String> told = new CopyOnWriteArrayList<>();

	/** Every telling that ended well. */
	final List<String> done = new CopyOnWriteArrayList<>();

	final List<String> twiceAtOnce = new CopyOnWriteArrayList<>();

	volatile Function<Told, Mono<Void>> work = fact -> Mono.empty();

	private final Set<String> current = ConcurrentHashMap.newKeySet();

	private final String name;

	Listener(String name) {
		this.name = name;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Class<Told> type() {
		return Told.class;
	}

	@Override
	public Mono<Void> on(Told fact) {
		String what = fact.toString();
		this.told.add(what);
		if (!this.current.add(what)) {
			this.twiceAtOnce.add(what);
		}
		return Mono.defer(() -> this.work.apply(fact))
			.doOnSuccess(end -> this.done.add(what))
			.doFinally(end -> this.current.remove(what));
	}

	List<String> doneOf(String key) {
		return this.done.stream().filter(what -> what.startsWith(key)).toList();
	}

	long timesTold(String what) {
		return this.told.stream().filter(what::equals).count();
	}

}
