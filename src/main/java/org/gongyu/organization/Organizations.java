package org.gongyu.organization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongyu.account.Accounts;
import org.gongyu.account.Contact;
import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import org.gongyu.platform.RefusedError;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The organizations of the alliances.
 */
@Component
public class Organizations {

	/**
	 * For how long an alliance's organizations keep names after a slot.
	 */
	public record RosterDays(List<UUID> organizations, int days) {
	}

	private final OrganizationRows rows;

	private final MembershipRows memberships;

	private final AllianceRows alliances;

	private final Accounts accounts;

	private final Audit audit;

	private final RandomSource random;

	Organizations(OrganizationRows rows, MembershipRows memberships, AllianceRows alliances, Accounts accounts,
			Audit audit, RandomSource random) {
		this.rows = rows;
		this.memberships = memberships;
		this.alliances = alliances;
		this.accounts = accounts;
		this.audit = audit;
		this.random = random;
	}

	/**
	 * Adds an organization that the hub itself knows to be what it says, once by name;
	 * answers the id that stands.
	 */
	public Mono<UUID> add(OrganizationKind kind, String name) {
		return add(new Audit.Actor(null, null), kind, name).flatMap(RefusedError::unless);
	}

	/**
	 * Adds an organization that an operator knows to be what it says, once by name;
	 * answers the id that stands. Refused while one of this name waits to be verified:
	 * whoever brought that in would become its manager unseen.
	 */
	Mono<Outcome<UUID>> add(Audit.Actor actor, OrganizationKind kind, String name) {
		UUID id = this.random.id();
		return this.audit.changed(actor, AuditAction.ORGANIZATION_VERIFIED, id,
				this.rows.addVerified(id, kind, name)
					.map(Outcome::done)
					.defaultIfEmpty(Outcome.refused(OrganizationRefusal.ORGANIZATION_WAITS)));
	}

	/**
	 * Brings an organization in. Whoever does so becomes its first member, and can do
	 * nothing for it before an operator has verified it. Refused when the name is taken.
	 */
	Mono<Outcome<UUID>> register(SignedIn who, OrganizationRequest request) {
		UUID id = this.random.id();
		return this.audit.changed(who.actor(), AuditAction.ORGANIZATION_REGISTERED, id,
				this.rows
					.addUnverified(id, request.kind(), request.name().strip(), who.account(), request.kind().founder())
					.map(added -> added ? Outcome.done(id) : Outcome.refused(OrganizationRefusal.ORGANIZATION_KNOWN)));
	}

	/**
	 * Says that an organization is what it says. A repeat changes nothing.
	 * @param alliance the alliance that it belongs to; null leaves it
	 */
	Mono<Outcome<UUID>> verify(SignedIn who, UUID id, @Nullable UUID alliance) {
		return this.audit.changed(who.actor(), AuditAction.ORGANIZATION_VERIFIED, id, this.rows.verify(id, alliance)
			.map(found -> found ? Outcome.done(id) : Outcome.refused(OrganizationRefusal.NO_SUCH_ORGANIZATION)));
	}

	/**
	 * All organizations; the ones that wait to be verified first.
	 */
	Flux<Organization> all() {
		return this.rows.all();
	}

	/**
	 * Who brought in the organizations that wait to be verified, by organization.
	 */
	Mono<Map<UUID, Contact>> founders() {
		return this.memberships.founders()
			.flatMap(founders -> this.accounts.contacts(List.copyOf(founders.values()))
				.map(contacts -> founders.entrySet()
					.stream()
					.filter(each -> contacts.containsKey(each.getValue()))
					.collect(Collectors.toMap(Map.Entry::getKey, each -> contacts.get(each.getValue())))));
	}

	/**
	 * Who answers for children's data, alliance by alliance, in words; empty while nobody
	 * is named.
	 */
	public Mono<List<String>> childDataOfficers() {
		return this.alliances.all()
			.filter(alliance -> alliance.childDataOfficer() != null)
			.map(alliance -> alliance.name() + " " + alliance.childDataOfficer())
			.collectList();
	}

	/**
	 * For how long names are kept after a slot, by alliance.
	 */
	public Flux<RosterDays> rosterDays() {
		return this.rows.rosterDays();
	}

	Mono<Outcome<Organization>> find(UUID id) {
		return this.rows.find(id)
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(OrganizationRefusal.NO_SUCH_ORGANIZATION));
	}

	/**
	 * Adds somebody with a new account who works for an organization, for the hub itself.
	 */
	public Mono<Outcome<UUID>> addStaff(UUID organization, String login, String password, String name,
			Set<Role> roles) {
		return addStaff(new Audit.Actor(null, null), organization, login, password, name, roles);
	}

	/**
	 * Adds somebody with a new account who works for an organization. Refused when the
	 * login is taken, the organization has no such role, or there is none.
	 */
	Mono<Outcome<UUID>> addStaff(Audit.Actor actor, UUID organization, String login, String password, String name,
			Set<Role> roles) {
		return find(organization)
			.map(outcome -> outcome.fold(known -> known.kind().has(roles) ? outcome
					: Outcome.<Organization>refused(OrganizationRefusal.NO_SUCH_ROLE), refusal -> outcome))
			.flatMap(outcome -> outcome.then(known -> this.audit.changed(actor, AuditAction.MEMBER_JOINED, organization,
					added(organization, login, password, name, roles))));
	}

	private Mono<Outcome<UUID>> added(UUID organization, String login, String password, String name, Set<Role> roles) {
		return this.accounts.addStaff(login, password, name)
			.flatMap(outcome -> outcome
				.then(account -> this.memberships.add(organization, account, roles).thenReturn(Outcome.done(account))));
	}

}
