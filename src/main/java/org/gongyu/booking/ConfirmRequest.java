package org.gongyu.booking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A hold to be booked.
 *
 * @param participants the named children who take seats, instead of those that the hold
 * names; the other seats are for adults
 * @param answers what the party answers to the venue's questions
 */
record ConfirmRequest(@NotBlank @Size(max = 2000) String holdId,
		@Nullable @Size(max = 30) List<@NotNull UUID> participants,
		@Nullable @Size(max = 10) Map<@Size(max = 40) @Pattern(regexp = STORABLE) String, @NotNull @Size(
				max = 200) @Pattern(regexp = STORABLE) String> answers) {

	/** The database's JSON holds no NUL character. */
	private static final String STORABLE = "[^\\x00]*";

	static ConfirmRequest of(String holdId) {
		return new ConfirmRequest(holdId, null, null);
	}

	Map<String, String> answersOrNone() {
		return (this.answers != null) ? this.answers : Map.of();
	}

	/**
	 * The hold's request as it would have been with these participants.
	 */
	HoldRequest asHold(HoldCapsule capsule, List<UUID> children) {
		int seats = capsule.seats().seats();
		return new HoldRequest(List.of(new HoldRequest.Item(capsule.seats().slot(), capsule.seats().pool(), seats)),
				new HoldRequest.PartyRequest(Math.max(0, seats - children.size()), children, 0));
	}

}
