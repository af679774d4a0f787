package org.gongyu.household;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Limits;
import org.gongyu.platform.LinkToken;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Care vouchers (重点关爱对象): they open seats that are kept for children who need them. A
 * voucher is opaque: nobody writes down why it was given or to whom, and nobody but its
 * household sees that it is used.
 */
@Component
public class Vouchers {

	/** Letters and digits that are not mistaken for each other: five bits each. */
	private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private static final int LENGTH = 16;

	private final VoucherRows rows;

	private final Audit audit;

	private final Limits limits;

	private final RandomSource random;

	private final Clock clock;

	private final HouseholdProperties properties;

	Vouchers(VoucherRows rows, Audit audit, Limits limits, RandomSource random, Clock clock,
			HouseholdProperties properties) {
		this.rows = rows;
		this.audit = audit;
		this.limits = limits;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Whether CARE seats are open to the household.
	 */
	public Mono<Boolean> stands(UUID household) {
		return this.rows.stands(household, this.clock.instant());
	}

	/**
	 * Issues a voucher for the organization. Answers its code of 80 random bits, which is
	 * told this once.
	 */
	Mono<Outcome<String>> issue(SignedIn who) {
		String code = code();
		UUID id = this.random.id();
		Instant now = this.clock.instant();
		return this.audit.changed(who.actor(), AuditAction.ENTITLEMENT_ISSUED, id,
				this.rows.add(id, own(who), token(code), now, now.plus(this.properties.voucher()))
					.thenReturn(Outcome.done(code)));
	}

	/**
	 * The organization's vouchers, the newest first.
	 */
	Mono<List<Voucher>> of(SignedIn who) {
		return this.rows.of(own(who)).collectList();
	}

	/**
	 * Ends a voucher. Bookings that stand are not touched; a repeat changes nothing.
	 */
	Mono<Outcome<UUID>> revoke(SignedIn who, UUID id) {
		return this.audit.changed(who.actor(), AuditAction.ENTITLEMENT_REVOKED, id,
				this.rows.revoke(own(who), id, this.clock.instant())
					.map(found -> found ? Outcome.done(id) : Outcome.refused(HouseholdRefusal.NO_SUCH_VOUCHER)));
	}

	/**
	 * Makes a voucher the household's; a repeat changes nothing. That it was done is not
	 * written down anywhere else.
	 */
	Mono<Outcome<Boolean>> redeem(SignedIn who, String typed) {
		return this.limits.count("voucher-by-account", who.account())
			.flatMap(outcome -> outcome
				.then(within -> this.rows.redeem(token(typed), Household.of(who), this.clock.instant())
					.map(redeemed -> redeemed ? Outcome.done(true)
							: Outcome.<Boolean>refused(HouseholdRefusal.VOUCHER_OVER))));
	}

	private String code() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			code.append((i > 0 && i % 4 == 0) ? "-" : "");
			code.append(LETTERS.charAt(this.random.generator().nextInt(LETTERS.length())));
		}
		return code.toString();
	}

	/** However it is typed: small letters, blanks and hyphens do not matter. */
	private static LinkToken token(String typed) {
		return new LinkToken(typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
	}

	private static UUID own(SignedIn who) {
		return Objects.requireNonNull(who.organization(), "whoever issues vouchers acts for an organization");
	}

}
