package org.gongyu.account;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code account}, {@code household} and {@code organization}.
 */
@Component
class AccountRows {

	/**
	 * An account with the hash of its password.
	 */
	record Credentials(SignedIn who, String passwordHash) {
	}

	private static final String COLUMNS = "id, name, household_id, organization_id, roles, password_hash";

	private static final int MOST_LISTED = 1000;

	private final DatabaseClient database;

	AccountRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds a guardian with an empty household. False when the login is taken.
	 */
	Mono<Boolean> addGuardian(SignedIn who, Login login, String passwordHash) {
		return this.database.sql("""
				with fresh as (insert into household (id) values (:household) returning id)
				insert into account (id, login, password_hash, name, roles, household_id)
				select :id, :login, :hash, :name, '{GUARDIAN}', fresh.id from fresh""")
			.bind("household", Nulls.of(who.household(), UUID.class))
			.bind("id", who.account())
			.bind("login", login.value())
			.bind("hash", passwordHash)
			.bind("name", who.name())
			.fetch()
			.rowsUpdated()
			.thenReturn(true)
			.onErrorReturn(DataIntegrityViolationException.class, false);
	}

	/**
	 * Adds somebody who works for an organization. False when the login is taken.
	 */
	Mono<Boolean> addStaff(SignedIn who, Login login, String passwordHash) {
		return this.database.sql("""
				insert into account (id, login, password_hash, name, roles, organization_id)
				values (:id, :login, :hash, :name, :roles, :organization)
				on conflict (login) do nothing""")
			.bind("id", who.account())
			.bind("login", login.value())
			.bind("hash", passwordHash)
			.bind("name", who.name())
			.bind("roles", who.roles().stream().map(Role::name).toArray(String[]::new))
			.bind("organization", Nulls.of(who.organization(), UUID.class))
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	/**
	 * Adds an organization; one of the same name stays as it is. Answers the id of
	 * whichever stands.
	 */
	Mono<UUID> addOrganization(UUID id, OrganizationKind kind, String name) {
		return this.database.sql("""
				insert into organization (id, kind, name) values (:id, :kind, :name)
				on conflict (name) do update set name = excluded.name
				returning id""")
			.bind("id", id)
			.bind("kind", kind.name())
			.bind("name", name)
			.map(row -> row.get("id", UUID.class))
			.one();
	}

	Flux<Organization> organizations() {
		return this.database.sql("select id, kind, name from organization order by name, id limit " + MOST_LISTED)
			.map(AccountRows::organization)
			.all();
	}

	Mono<Organization> findOrganization(UUID id) {
		return this.database.sql("select id, kind, name from organization where id = :id")
			.bind("id", id)
			.map(AccountRows::organization)
			.one();
	}

	Mono<Credentials> byLogin(Login login) {
		return this.database.sql("select " + COLUMNS + " from account where login = :login")
			.bind("login", login.value())
			.map(AccountRows::credentials)
			.one();
	}

	Mono<Credentials> byId(UUID account) {
		return this.database.sql("select " + COLUMNS + " from account where id = :id")
			.bind("id", account)
			.map(AccountRows::credentials)
			.one();
	}

	Flux<Contact> contacts(List<UUID> accounts) {
		return this.database.sql("select id, name, login from account where id = any (:accounts)")
			.bind("accounts", accounts.toArray(UUID[]::new))
			.map(row -> new Contact(row.get("id", UUID.class), row.get("name", String.class),
					row.get("login", String.class)))
			.all();
	}

	Mono<Boolean> setPassword(UUID account, String passwordHash) {
		return this.database.sql("update account set password_hash = :hash where id = :id")
			.bind("hash", passwordHash)
			.bind("id", account)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	private static Organization organization(Readable row) {
		return new Organization(row.get("id", UUID.class), OrganizationKind.valueOf(row.get("kind", String.class)),
				row.get("name", String.class));
	}

	private static Credentials credentials(Readable row) {
		String[] names = row.get("roles", String[].class);
		Set<Role> roles = Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
		return new Credentials(
				new SignedIn(row.get("id", UUID.class), row.get("name", String.class),
						row.get("household_id", UUID.class), row.get("organization_id", UUID.class), roles),
				row.get("password_hash", String.class));
	}

}
