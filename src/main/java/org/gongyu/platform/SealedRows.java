package org.gongyu.platform;

import java.util.UUID;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The modules' columns in which the {@link Vault} has sealed something.
 */
@Component
class SealedRows {

	private final DatabaseClient database;

	private final Vault vault;

	SealedRows(DatabaseClient database, Vault vault) {
		this.database = database;
		this.vault = vault;
	}

	/**
	 * Seals anew, of what an older key has sealed, at most so many. What is changed
	 * meanwhile stays as it was changed. Answers how many; 0 when all are under the
	 * newest key.
	 */
	Mono<Long> reseal(SealedColumn column, int most) {
		return this.database
			.sql("""
					select %2$s as key, %3$s as owner, %4$s as sealed from %1$s
					 where substring(%4$s from 1 for 5) <> :newest order by %2$s limit :most"""
				.formatted(column.table(), column.key(), column.owner(), column.sealed()))
			.bind("newest", this.vault.newest())
			.bind("most", most)
			.map(row -> reseal(column, row.get("key", UUID.class), row.get("owner", UUID.class),
					row.get("sealed", byte[].class)))
			.all()
			.concatMap(Function.identity())
			.reduce(0L, Long::sum);
	}

	private Mono<Long> reseal(SealedColumn column, UUID key, UUID owner, byte[] old) {
		return this.vault.seal(owner, this.vault.open(owner, old))
			.flatMap(sealed -> this.database
				.sql("update %1$s set %3$s = :sealed where %2$s = :key and %3$s = :old".formatted(column.table(),
						column.key(), column.sealed()))
				.bind("sealed", sealed)
				.bind("key", key)
				.bind("old", old)
				.fetch()
				.rowsUpdated());
	}

}
