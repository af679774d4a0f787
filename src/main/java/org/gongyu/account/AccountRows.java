package org.gongyu.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import org.jspecify.annotations.Nullable;
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
		return this.database
			.sql("select id, name, login, language from account where id = any (:accounts) and left_at is null")
			.bind("accounts", accounts.toArray(UUID[]::new))
			.map(AccountRows::contact)
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

	Mono<Login> login(UUID account) {
		return this.database.sql("select login from account where id = :id")
			.bind("id", account)
			.map(row -> new Login(row.get("login", String.class)))
			.one();
	}

	Mono<Void> setLanguage(UUID account, String language) {
		return this.database.sql("update account set language = :language where id = :id and language <> :language")
			.bind("language", language)
			.bind("id", account)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> verify(UUID account) {
		return write("update account set verified_at = coalesce(verified_at, now()) where id = :id", account);
	}

	Mono<Boolean> isVerified(UUID account) {
		return this.database.sql("select verified_at is not null as verified from account where id = :id")
			.bind("id", account)
			.map(row -> row.get("verified", Boolean.class))
			.one();
	}

	Flux<Contact> ofHousehold(UUID household) {
		return this.database.sql("""
				select id, name, login, language from account
				 where household_id = :household and left_at is null order by created_at, id""")
			.bind("household", household)
			.map(AccountRows::contact)
			.all();
	}

	Mono<Boolean> move(UUID account, @Nullable UUID from, UUID to) {
		return this.database
			.sql("update account set household_id = :to where id = :id and household_id is not distinct from :from")
			.bind("to", to)
			.bind("id", account)
			.bind("from", Nulls.of(from, UUID.class))
			.fetch()
			.rowsUpdated()
			.map(rows -> rows > 0);
	}

	Mono<Map<String, Object>> export(UUID account) {
		return this.database
			.sql("""
					select login, name, created_at,
					       (select coalesce(string_agg(issuer, ' ' order by created_at), '') from provider_link where account_id = a.id) as providers
					  from account a where id = :id""")
			.bind("id", account)
			.map(row -> Map.<String, Object>of("login", row.get("login", String.class), "name",
					row.get("name", String.class), "createdAt", row.get("created_at", Instant.class), "providers",
					row.get("providers", String.class)))
			.one();
	}

	Mono<Void> leave(UUID account) {
		return write("""
				with strangers as (delete from provider_link where account_id = :id)
				update account set login = 'left:' || gen_random_uuid(), password_hash = '', name = '', left_at = now()
				 where id = :id""", account);
	}

	Mono<Void> remove(UUID account) {
		return write("delete from account where id = :id", account);
	}

	Mono<Void> forgetHousehold(UUID household) {
		return write("delete from account where household_id = :id and left_at is not null", household);
	}

	private Mono<Void> write(String sql, UUID id) {
		return this.database.sql(sql).bind("id", id).fetch().rowsUpdated().then();
	}

	private static Contact contact(Readable row) {
		return new Contact(row.get("id", UUID.class), row.get("name", String.class), row.get("login", String.class),
				row.get("language", String.class));
	}

	private static Credentials credentials(Readable row) {
		return new Credentials(new Account(row.get("id", UUID.class), row.get("name", String.class),
				row.get("alias", UUID.class), row.get("household_id", UUID.class)),
				row.get("password_hash", String.class));
	}

}
