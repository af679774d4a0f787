package org.gongyu.household;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.gongyu.platform.Nulls;
import org.gongyu.platform.Vault;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code child}. Every statement names the household.
 */
@Component
class ChildRows {

	private final DatabaseClient database;

	private final Vault vault;

	ChildRows(DatabaseClient database, Vault vault) {
		this.database = database;
		this.vault = vault;
	}

	Flux<Child> of(UUID household) {
		return this.database.sql("""
				select id, profile_sealed, birth_month, school_stage from child
				 where household_id = :household order by birth_month, id""")
			.bind("household", household)
			.map(this::child)
			.all();
	}

	/**
	 * Adds a child unless the household has as many as it may. False when it has.
	 */
	Mono<Boolean> add(UUID household, Child child, int most) {
		return write("""
				with h as (insert into household (id) values (:household)
				           on conflict (id) do update set id = excluded.id returning id)
				insert into child (id, household_id, profile_sealed, birth_month, school_stage)
				select :id, h.id, :name, :birth, :stage from h
				 where (select count(*) from child where household_id = :household) < %d""".formatted(most), household,
				child);
	}

	Mono<Boolean> change(UUID household, Child child) {
		return write("""
				update child set profile_sealed = :name, birth_month = :birth, school_stage = :stage
				 where id = :id and household_id = :household""", household, child);
	}

	Mono<Void> remove(UUID household, UUID id) {
		return this.database.sql("delete from child where id = :id and household_id = :household")
			.bind("id", id)
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> removeAll(UUID household) {
		return this.database.sql("delete from child where household_id = :household")
			.bind("household", household)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The named children of several households, as staff may see them.
	 */
	Flux<Child> named(List<UUID> ids) {
		return this.database
			.sql("select id, profile_sealed, birth_month, school_stage from child where id = any (:ids)")
			.bind("ids", ids.toArray(UUID[]::new))
			.map(this::child)
			.all();
	}

	private Mono<Boolean> write(String sql, UUID household, Child child) {
		return this.vault.seal(child.id(), ChildProfile.of(child).bytes())
			.flatMap(sealed -> this.database.sql(sql)
				.bind("id", child.id())
				.bind("household", household)
				.bind("name", sealed)
				.bind("birth", child.birthMonth().atDay(1))
				.bind("stage", Nulls.of(name(child), String.class))
				.fetch()
				.rowsUpdated())
			.map(rows -> rows > 0);
	}

	private Child child(Readable row) {
		UUID id = row.get("id", UUID.class);
		String stage = row.get("school_stage", String.class);
		ChildProfile profile = ChildProfile.read(this.vault.open(id, row.get("profile_sealed", byte[].class)));
		return new Child(id, profile.name(), YearMonth.from(row.get("birth_month", LocalDate.class)),
				(stage != null) ? SchoolStage.valueOf(stage) : null, profile.school(), profile.schoolClass(),
				profile.needs());
	}

	private static @Nullable String name(Child child) {
		return (child.schoolStage() != null) ? child.schoolStage().name() : null;
	}

}
