package org.gongyu.picture;

import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code picture}.
 */
@Component
class PictureRows {

	private final DatabaseClient database;

	PictureRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<byte[]> find(String hash, int width) {
		return this.database.sql("select jpeg from picture where hash = :hash and width = :width")
			.bind("hash", hash)
			.bind("width", width)
			.map(row -> row.get("jpeg", byte[].class))
			.one();
	}

	Mono<Void> add(String hash, Map<Integer, byte[]> jpegs) {
		return Flux.fromIterable(jpegs.entrySet())
			.concatMap(each -> this.database
				.sql("insert into picture (hash, width, jpeg) values (:hash, :width, :jpeg) on conflict do nothing")
				.bind("hash", hash)
				.bind("width", each.getKey())
				.bind("jpeg", each.getValue())
				.fetch()
				.rowsUpdated())
			.then();
	}

	Mono<Void> remove(String hash) {
		return this.database.sql("delete from picture where hash = :hash")
			.bind("hash", hash)
			.fetch()
			.rowsUpdated()
			.then();
	}

}
