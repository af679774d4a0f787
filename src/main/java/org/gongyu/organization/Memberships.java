package org.gongyu.organization;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.gongyu.account.Accounts;
import org.gongyu.account.Contact;
import org.gongyu.account.Role;
import org.gongyu.account.SignedIn;
import org.gongyu.audit.Audit;
import org.gongyu.audit.AuditAction;
import org.gongyu.platform.LinkToken;
import org.gongyu.platform.Outcome;
import org.gongyu.platform.RandomSource;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Who works for an organization, and how people come in: by an invitation that one of its
 * admins gives away as a link. Whoever asks acts for the organization; nobody reaches
 * another's people.
 */
@Component
class Memberships {

	/**
	 * A fresh invitation; the token is told this once.
	 */
	record Invited(Invitation invitation, String token) {
	}

	private final MembershipRows rows;

	private final InvitationRows invitations;

	private final Organizations organizations;

	private final Accounts accounts;

	private final Audit audit;

	private final RandomSource random;

	private final Clock clock;

	private final OrganizationProperties properties;

	Memberships(MembershipRows rows, InvitationRows invitations, Organizations organizations, Accounts accounts,
			Audit audit, RandomSource random, Clock clock, OrganizationProperties properties) {
		this.rows = rows;
		this.invitations = invitations;
		this.organizations = organizations;
		this.accounts = accounts;
		this.audit = audit;
		this.random = random;
		this.clock = clock;
		this.properties = properties;
	}

	Mono<List<Member>> members(SignedIn who) {
		return this.rows.members(own(who))
			.flatMap(roles -> this.accounts.contacts(List.copyOf(roles.keySet()))
				.map(contacts -> roles.entrySet().stream().map(each -> member(each, contacts)).toList()));
	}

	private static Member member(Map.Entry<UUID, Set<Role>> each, Map<UUID, Contact> contacts) {
		Contact contact = contacts.get(each.getKey());
		return new Member(each.getKey(), (contact != null) ? contact.name() : "", each.getValue());
	}

	/**
	 * Gives a member these roles and no others. Refused when the organization has no such
	 * role, nobody of this account works there, or no admin would be left.
	 */
	Mono<Outcome<Set<Role>>> change(SignedIn who, UUID account, Set<Role> roles) {
		return fitting(own(who), roles)
			.flatMap(outcome -> outcome.then(organization -> unlessLastAdmin(who, account, roles)))
			.flatMap(outcome -> outcome.then(organization -> noted(who, AuditAction.MEMBER_CHANGED, account,
					this.rows.change(own(who), account, roles).thenReturn(roles))));
	}

	/**
	 * Lets a member go. One who is gone already is done; refused when no admin would be
	 * left.
	 */
	Mono<Outcome<Boolean>> remove(SignedIn who, UUID account) {
		return unlessLastAdmin(who, account, Set.of()).flatMap(outcome -> outcome.fold(
				member -> noted(who, AuditAction.MEMBER_REMOVED, account, this.rows.remove(own(who), account)),
				refusal -> Mono.just((refusal == OrganizationRefusal.NO_SUCH_MEMBER) ? Outcome.done(false)
						: Outcome.<Boolean>refused(refusal))));
	}

	/**
	 * Gives an invitation with these roles. Refused when the organization has no such
	 * role.
	 */
	Mono<Outcome<Invited>> invite(SignedIn who, Set<Role> roles) {
		return fitting(own(who), roles).flatMap(outcome -> outcome.then(organization -> {
			LinkToken token = LinkToken.of(this.random);
			Invitation invitation = new Invitation(this.random.id(), organization.id(), organization.name(), roles,
					this.clock.instant().plus(this.properties.invitation()));
			return this.audit.changed(who.actor(), AuditAction.MEMBER_INVITED, organization.id(),
					this.invitations.add(invitation, token, who.account(), this.clock.instant())
						.thenReturn(Outcome.done(new Invited(invitation, token.text()))));
		}));
	}

	Mono<List<Invitation>> invitations(SignedIn who) {
		return this.invitations.open(own(who), this.clock.instant()).collectList();
	}

	Mono<Void> withdraw(SignedIn who, UUID invitation) {
		return this.invitations.withdraw(own(who), invitation);
	}

	/**
	 * What a link offers. Refused when it is unknown, used or over.
	 */
	Mono<Outcome<Invitation>> find(String token) {
		return this.invitations.find(new LinkToken(token), this.clock.instant())
			.map(Outcome::done)
			.defaultIfEmpty(Outcome.refused(OrganizationRefusal.INVITATION_OVER));
	}

	/**
	 * Makes somebody a member. Each link works once. Answers the organization.
	 */
	Mono<Outcome<UUID>> accept(SignedIn who, String token) {
		return find(token).flatMap(outcome -> outcome
			.then(invitation -> this.audit.changed(who.actor(), AuditAction.MEMBER_JOINED, invitation.organization(),
					this.invitations.accept(new LinkToken(token), who.account(), this.clock.instant())
						.map(Outcome::done)
						.defaultIfEmpty(Outcome.refused(OrganizationRefusal.INVITATION_OVER)))));
	}

	private <T> Mono<Outcome<T>> noted(SignedIn who, AuditAction action, UUID account, Mono<T> change) {
		return this.accounts.alias(account)
			.flatMap(alias -> this.audit.changed(who.actor(), action, alias, change.map(Outcome::done)));
	}

	private Mono<Outcome<Organization>> fitting(UUID organization, Set<Role> roles) {
		return this.organizations.find(organization)
			.map(outcome -> outcome.fold(known -> (!roles.isEmpty() && known.kind().has(roles)) ? outcome
					: Outcome.<Organization>refused(OrganizationRefusal.NO_SUCH_ROLE), refusal -> outcome));
	}

	private Mono<Outcome<UUID>> unlessLastAdmin(SignedIn who, UUID account, Set<Role> next) {
		return this.rows.members(own(who)).map(members -> {
			if (!members.containsKey(account)) {
				return Outcome.refused(OrganizationRefusal.NO_SUCH_MEMBER);
			}
			boolean admin = isAdmin(next) || members.entrySet()
				.stream()
				.anyMatch(each -> !each.getKey().equals(account) && isAdmin(each.getValue()));
			return admin ? Outcome.done(account) : Outcome.refused(OrganizationRefusal.LAST_ADMIN);
		});
	}

	private static boolean isAdmin(Set<Role> roles) {
		return roles.stream().anyMatch(Role::isAdmin);
	}

	private static UUID own(SignedIn who) {
		return Objects.requireNonNull(who.organization(), "an admin acts for an organization");
	}

}
