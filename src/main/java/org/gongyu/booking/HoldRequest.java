package org.gongyu.booking;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.activity.Pool;
import org.jspecify.annotations.Nullable;

/**
 * Which seats to hold, and for whom.
 *
 * @param items one slot with a pool and a number of seats
 * @param party who comes; without it the holder and unnamed companions are meant
 * @param turn what a place in the slot's line came to
 */
record HoldRequest(@NotEmpty @Size(max = 10) List<@NotNull @Valid Item> items, @Nullable @Valid PartyRequest party,
		@Nullable @Size(max = 100) String turn) {

	HoldRequest(List<Item> items, @Nullable PartyRequest party) {
		this(items, party, null);
	}

	record Item(@NotNull UUID slotId, @NotNull Pool pool, @NotNull @Min(1) @Max(500) Integer seats) {
	}

	/**
	 * Who comes.
	 *
	 * @param children of the household, by name
	 * @param guests children who are not named
	 */
	record PartyRequest(@NotNull @Min(0) @Max(500) Integer adults,
			@Nullable @Size(max = 30) List<@NotNull UUID> children, @Nullable @Min(0) @Max(500) Integer guests) {

		int guestsOrNone() {
			return (this.guests != null) ? this.guests : 0;
		}

		List<UUID> childrenOrNone() {
			return (this.children != null) ? this.children : List.of();
		}

	}

	/**
	 * The request in one unmistakable form, for the hold's token and the key's memory.
	 * Whether one had to stand in line for it makes no other request of it.
	 */
	byte[] canonical() {
		StringBuilder text = new StringBuilder();
		this.items.forEach(item -> text.append(item.slotId()).append(item.pool()).append(item.seats()).append(';'));
		if (this.party != null) {
			text.append(this.party.adults()).append(this.party.childrenOrNone()).append(this.party.guestsOrNone());
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
