package org.gongyu.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code account}.
 */
@Component
class AccountRows {

	/**
	 * An account with the hash of its password.
	 */
	record Credentials(Account account, String passwordHash) {
	}

	private static final String COLUMNS = "id, name, alias, household_id, password_hash";

	private final DatabaseClient database;

	AccountRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds an account. False when the login is taken.
	 */
	Mono<Boolean> add(Account account, Login login, String passwordHash) {
		return this.database.sql("""
				insert into account (id, login, password_hash, name, alias, household_id)
				values (:id, :login, :hash, :name, :alias, :household)""")
			.bind("alias", account.alias())
			.bind("household", Nulls.of(account.household(), UUID.class))
			.bind("id", account.id())
			.bind("login", login.value())
			.bind("hash", passwordHash)
			.bind("name", account.name())
			.fetch()
			.rowsUpdated()
			.thenReturn(true)
			.onErrorReturn(DataIntegrityViolationException.class, false);
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

	/**
	 * The names of the people behind aliases; who is gone is left out.
	 */
	Mono<Map<UUID, String>> names(Collection<UUID> aliases) {
		return this.database.sql("select alias, name from account where alias = any (:aliases)")
			.bind("aliases", aliases.toArray(UUID[]::new))
			.map(row -> Map.entry(row.get("alias", UUID.class), row.get("name", String.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	Mono<Boolean> setPassword(UUID account, String passwordHash) {
		return this.database.sql("update account set password_hash = :hash where id = :id")
			.bind("hash", passwordHash)
			.bind("id", account)
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	private static Credentials credentials(Readable row) {
		return new Credentials(new Account(row.get("id", UUID.class), row.get("name", String.class),
				row.get("alias", UUID.class), row.get("household_id", UUID.class)),
				row.get("password_hash", String.class));
	}

}
