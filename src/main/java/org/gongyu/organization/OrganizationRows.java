package org.gongyu.organization;

import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.account.Role;
import org.gongyu.platform.Nulls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code organization} and {@code alliance}.
 */
@Component
class OrganizationRows {

	private static final String COLUMNS = "id, kind, name, verified_at is not null as verified";

	private static final int MOST_LISTED = 1000;

	private final DatabaseClient database;

	OrganizationRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds a verified organization to the oldest alliance; a verified one of the same
	 * name stays. Answers the id of whichever stands; empty when one of this name waits
	 * to be verified, for it may be a stranger's.
	 */
	Mono<UUID> addVerified(UUID id, OrganizationKind kind, String name) {
		return this.database.sql("""
				insert into organization (id, alliance_id, kind, name, verified_at)
				select :id, a.id, :kind, :name, now() from alliance a order by a.created_at limit 1
				on conflict (name) do update set name = excluded.name where organization.verified_at is not null
				returning id""")
			.bind("id", id)
			.bind("kind", kind.name())
			.bind("name", name)
			.map(row -> row.get("id", UUID.class))
			.one();
	}

	/**
	 * Adds an organization that nobody has verified, with its first member. False when
	 * the name is taken.
	 */
	Mono<Boolean> addUnverified(UUID id, OrganizationKind kind, String name, UUID account, Role founder) {
		return this.database.sql("""
				with fresh as (
				  insert into organization (id, alliance_id, kind, name)
				  select :id, a.id, :kind, :name from alliance a order by a.created_at limit 1
				  on conflict (name) do nothing returning id)
				insert into membership (account_id, organization_id, roles) select :account, id, :roles from fresh""")
			.bind("id", id)
			.bind("kind", kind.name())
			.bind("name", name)
			.bind("account", account)
			.bind("roles", new String[] { founder.name() })
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/**
	 * Verifies an organization, puts it into an alliance, or both. False when there is
	 * none.
	 */
	Mono<Boolean> verify(UUID id, @Nullable UUID alliance) {
		return this.database.sql("""
				update organization set verified_at = coalesce(verified_at, now()),
				       alliance_id = coalesce(:alliance, alliance_id) where id = :id""")
			.bind("id", id)
			.bind("alliance", Nulls.of(alliance, UUID.class))
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/** The ones that wait for an operator first. */
	Flux<Organization> all() {
		return this.database
			.sql("select " + COLUMNS + " from organization order by verified_at is not null, name, id limit "
					+ MOST_LISTED)
			.map(OrganizationRows::organization)
			.all();
	}

	Flux<Organizations.RosterDays> rosterDays() {
		return this.database.sql("""
				select array_agg(o.id) as organizations, a.roster_days
				  from organization o join alliance a on a.id = o.alliance_id group by a.id""")
			.map(row -> new Organizations.RosterDays(List.of(row.get("organizations", UUID[].class)),
					row.get("roster_days", Integer.class)))
			.all();
	}

	Mono<Organization> find(UUID id) {
		return this.database.sql("select " + COLUMNS + " from organization where id = :id")
			.bind("id", id)
			.map(OrganizationRows::organization)
			.one();
	}

	private static Organization organization(Readable row) {
		return new Organization(row.get("id", UUID.class), OrganizationKind.valueOf(row.get("kind", String.class)),
				row.get("name", String.class), row.get("verified", Boolean.class));
	}

}
