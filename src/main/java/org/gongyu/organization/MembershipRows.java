package org.gongyu.organization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.r2dbc.spi.Readable;
import org.gongyu.account.Affiliation;
import org.gongyu.account.Affiliations;
import org.gongyu.account.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code membership}.
 */
@Component
class MembershipRows implements Affiliations {

	private static final int MOST_LISTED = 1000;

	private final DatabaseClient database;

	MembershipRows(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<Affiliation> of(UUID account) {
		return this.database.sql("""
				select o.id, o.name, o.verified_at is not null as verified, m.roles
				  from membership m join organization o on o.id = m.organization_id
				 where m.account_id = :account order by m.created_at, o.id""")
			.bind("account", account)
			.map(row -> new Affiliation(row.get("id", UUID.class), row.get("name", String.class),
					row.get("verified", Boolean.class), roles(row)))
			.all();
	}

	/**
	 * Adds a member, or gives one these roles, too.
	 */
	Mono<Void> add(UUID organization, UUID account, Set<Role> roles) {
		return write("""
				insert into membership (account_id, organization_id, roles) values (:account, :organization, :roles)
				on conflict (account_id, organization_id) do update
				   set roles = array(select distinct unnest(membership.roles || excluded.roles))""", organization,
				account, roles)
			.then();
	}

	/**
	 * Gives a member these roles and no others. False when there is none.
	 */
	Mono<Boolean> change(UUID organization, UUID account, Set<Role> roles) {
		return write(
				"update membership set roles = :roles where account_id = :account and organization_id = :organization",
				organization, account, roles)
			.map(rows -> rows > 0);
	}

	Mono<Boolean> remove(UUID organization, UUID account) {
		return this.database
			.sql("delete from membership where account_id = :account and organization_id = :organization")
			.bind("account", account)
			.bind("organization", organization)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/**
	 * The members by account, the oldest first; names are the account's.
	 */
	Mono<Map<UUID, Set<Role>>> members(UUID organization) {
		return this.database
			.sql("select account_id, roles from membership where organization_id = :organization "
					+ "order by created_at, account_id limit " + MOST_LISTED)
			.bind("organization", organization)
			.map(row -> Map.entry(row.get("account_id", UUID.class), roles(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new);
	}

	/**
	 * Who brought in the organizations that wait to be verified.
	 */
	Mono<Map<UUID, UUID>> founders() {
		return this.database.sql("""
				select m.organization_id, m.account_id from membership m join organization o on o.id = m.organization_id
				 where o.verified_at is null order by m.created_at desc limit 1000""")
			.map(row -> Map.entry(row.get("organization_id", UUID.class), row.get("account_id", UUID.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Mono<Long> write(String sql, UUID organization, UUID account, Set<Role> roles) {
		return this.database.sql(sql)
			.bind("account", account)
			.bind("organization", organization)
			.bind("roles", names(roles))
			.fetch()
			.rowsUpdated();
	}

	static String[] names(Set<Role> roles) {
		return roles.stream().map(Role::name).sorted().toArray(String[]::new);
	}

	static Set<Role> roles(Readable row) {
		return Arrays.stream(row.get("roles", String[].class))
			.map(Role::valueOf)
			.collect(Collectors.toUnmodifiableSet());
	}

}
