package org.gongyu.load.plain;

import java.util.UUID;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Bookings with Spring MVC and JDBC (L9): one conditional update and one insert each, no
 * Redis, no holds, no sign-in.
 */
@SpringBootApplication
@RestController
public class PlainHub {

	record Request(UUID slotId, int seats, UUID household) {
	}

	record Booking(UUID id) {
	}

	private final JdbcTemplate database;

	private final TransactionTemplate transactions;

	PlainHub(JdbcTemplate database, TransactionTemplate transactions) {
		this.database = database;
		this.transactions = transactions;
	}

	public static void main(String... args) {
		SpringApplication.run(PlainHub.class, args);
	}

	@PostMapping("/bookings")
	ResponseEntity<Booking> book(@RequestBody Request request) {
		UUID id = UUID.randomUUID();
		boolean booked = Boolean.TRUE.equals(this.transactions.execute(status -> book(id, request)));
		return booked ? ResponseEntity.status(HttpStatus.CREATED).body(new Booking(id))
				: ResponseEntity.status(HttpStatus.CONFLICT).build();
	}

	private boolean book(UUID id, Request request) {
		return this.database.update("update plain_slot set seats = seats - ? where id = ? and seats >= ?",
				request.seats(), request.slotId(), request.seats()) == 1
				&& this.database.update(
						"insert into plain_booking (id, slot_id, household_id, seats) values (?, ?, ?, ?)", id,
						request.slotId(), request.household(), request.seats()) == 1;
	}

}
