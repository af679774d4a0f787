package org.gongyu.organization;

import java.time.Instant;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.LinkToken;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code invitation}.
 */
@Component
class InvitationRows {

	private static final String OPEN = """
			select i.id, i.organization_id, o.name, i.roles, i.expires_at
			  from invitation i join organization o on o.id = i.organization_id
			 where i.accepted_by is null and i.expires_at > :now""";

	private final DatabaseClient database;

	InvitationRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds an invitation; those of the organization that are over are forgotten.
	 */
	Mono<Void> add(Invitation invitation, LinkToken token, UUID by, Instant now) {
		return this.database.sql("""
				with over as (delete from invitation where organization_id = :organization and expires_at <= :now)
				insert into invitation (id, organization_id, roles, token_hash, invited_by, expires_at)
				values (:id, :organization, :roles, :hash, :by, :expires)""")
			.bind("organization", invitation.organization())
			.bind("now", now)
			.bind("id", invitation.id())
			.bind("roles", MembershipRows.names(invitation.roles()))
			.bind("hash", token.hash())
			.bind("by", by)
			.bind("expires", invitation.expiresAt())
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Invitation> find(LinkToken token, Instant now) {
		return this.database.sql(OPEN + " and i.token_hash = :hash")
			.bind("now", now)
			.bind("hash", token.hash())
			.map(InvitationRows::invitation)
			.one();
	}

	Flux<Invitation> open(UUID organization, Instant now) {
		return this.database.sql(OPEN + " and i.organization_id = :organization order by i.created_at, i.id")
			.bind("now", now)
			.bind("organization", organization)
			.map(InvitationRows::invitation)
			.all();
	}

	/**
	 * Uses an invitation up and makes the account a member, in one statement. Empty when
	 * it is used or over.
	 */
	Mono<UUID> accept(LinkToken token, UUID account, Instant now) {
		return this.database
			.sql("""
					with used as (
					  update invitation set accepted_by = :account
					   where token_hash = :hash and accepted_by is null and expires_at > :now
					   returning organization_id, roles)
					insert into membership (account_id, organization_id, roles) select :account, organization_id, roles from used
					on conflict (account_id, organization_id) do update
					   set roles = array(select distinct unnest(membership.roles || excluded.roles))
					returning organization_id""")
			.bind("account", account)
			.bind("hash", token.hash())
			.bind("now", now)
			.map(row -> row.get("organization_id", UUID.class))
			.one();
	}

	Mono<Void> withdraw(UUID organization, UUID id) {
		return this.database.sql("delete from invitation where id = :id and organization_id = :organization")
			.bind("id", id)
			.bind("organization", organization)
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static Invitation invitation(Readable row) {
		return new Invitation(row.get("id", UUID.class), row.get("organization_id", UUID.class),
				row.get("name", String.class), MembershipRows.roles(row), row.get("expires_at", Instant.class));
	}

}
