package org.gongyu.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongyu.account.Accounts;
import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.audit.AuditEntry;
import org.gongyu.audit.AuditQuery;
import org.gongyu.platform.Cursor;
import org.gongyu.platform.HubProperties;
import org.gongyu.platform.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The audit log as operators search it: with people's names where they still have an
 * account. Every search is an entry itself.
 */
@Component
class AuditSearch {

	private static final int PAGE = 50;

	/**
	 * What is looked for; what is empty does not matter.
	 *
	 * @param login of the person who did it
	 * @param from the first day
	 * @param to the last day
	 */
	record Wish(@Nullable String login, @Nullable AuditAction action, @Nullable UUID subject,
			@Nullable UUID organization, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor) {
	}

	/**
	 * An entry in words.
	 *
	 * @param actor the name of who did it; null when the hub did, or they are gone
	 */
	record Line(UUID id, Instant at, @Nullable String actor, @Nullable UUID organization, AuditAction action,
			@Nullable UUID subject, @Nullable String subjectName) {
	}

	private final Audit audit;

	private final Accounts accounts;

	private final ZoneId zone;

	AuditSearch(Audit audit, Accounts accounts, HubProperties hub) {
		this.audit = audit;
		this.accounts = accounts;
		this.zone = hub.zone();
	}

	/**
	 * One page of what is looked for; a login that nobody has finds nothing.
	 */
	Mono<Page<Line>> find(SignedIn who, Wish wish) {
		Cursor after = Cursor.decode(wish.cursor());
		return this.audit.seen(who.actor(), AuditAction.AUDIT_SEEN, null)
			.then(Mono.defer(() -> actor(wish)))
			.flatMap(actor -> this.audit.find(query(wish, actor, after)))
			.flatMap(this::named)
			.defaultIfEmpty(new Page<>(List.of(), null));
	}

	/** An actor that stands for everybody has no bits. */
	private Mono<UUID> actor(Wish wish) {
		return (wish.login() == null || wish.login().isBlank()) ? Mono.just(new UUID(0, 0))
				: this.accounts.alias(wish.login());
	}

	private AuditQuery query(Wish wish, UUID actor, @Nullable Cursor after) {
		LocalDate from = wish.from();
		LocalDate to = wish.to();
		return new AuditQuery(actor.equals(new UUID(0, 0)) ? null : actor, wish.organization(), wish.action(),
				wish.subject(), (from != null) ? from.atStartOfDay(this.zone).toInstant() : null,
				(to != null) ? to.plusDays(1).atStartOfDay(this.zone).toInstant() : null, after, PAGE);
	}

	private Mono<Page<Line>> named(Page<AuditEntry> page) {
		Set<UUID> aliases = page.items()
			.stream()
			.flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return this.accounts.names(aliases).map(names -> page.map(entry -> line(entry, names)));
	}

	private static Line line(AuditEntry entry, Map<UUID, String> names) {
		return new Line(entry.id(), entry.at(), names.get(entry.actor()), entry.organization(), entry.action(),
				entry.subject(), names.get(entry.subject()));
	}

}
