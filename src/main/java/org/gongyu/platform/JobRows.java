package org.gongyu.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code job_run}.
 */
@Component
class JobRows {

	private static final int KEPT = 50;

	private final DatabaseClient database;

	JobRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Notes a run. Of runs of a job that found nothing to do, one after the other, only
	 * the last is kept, and of all runs only the newest.
	 */
	Mono<Void> add(UUID id, JobRun run) {
		return this.database.sql("""
				with newest as (select id, done, error from job_run where job = :job order by started_at desc limit 1),
				     idle as (delete from job_run where id in (select id from newest where done = 0 and error is null)
				                 and :done::bigint = 0 and :error::text is null),
				     old as (delete from job_run where id in (
				               select id from job_run where job = :job order by started_at desc offset :kept))
				insert into job_run (id, job, started_at, ended_at, done, error)
				values (:id, :job, :started, :ended, :done, :error)""")
			.bind("job", run.job())
			.bind("done", run.done())
			.bind("error", Nulls.of(run.error(), String.class))
			.bind("kept", KEPT)
			.bind("id", id)
			.bind("started", run.startedAt())
			.bind("ended", run.endedAt())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * The newest runs of all jobs.
	 */
	Mono<List<JobRun>> last() {
		return this.database.sql("select * from job_run order by started_at desc limit 200")
			.map(row -> new JobRun(row.get("job", String.class), row.get("started_at", Instant.class),
					row.get("ended_at", Instant.class), row.get("done", Long.class), row.get("error", String.class)))
			.all()
			.collectList();
	}

}
