package org.gongyu.activity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.gongyu.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A week's pattern of slots, repeated: each weekday that is named gets one slot a week.
 *
 * @param from the first day on which a slot may lie
 * @param weeks for how many weeks
 * @param starts when each begins, where the venue is
 * @param minutes how long each lasts
 */
record WeeklyRequest(@NotNull LocalDate from, @NotNull @Min(1) @Max(30) Integer weeks,
		@NotEmpty @Size(max = 7) List<@NotNull DayOfWeek> weekdays, @NotNull LocalTime starts,
		@NotNull @Min(5) @Max(1440) Integer minutes, @NotEmpty @Size(max = 4) List<@NotNull @Valid PoolPattern> pools) {

	private static final int FARTHEST_DAYS = 730;

	/**
	 * A pool of each slot.
	 *
	 * @param releaseDays how many days before the slot its seats are released; null for
	 * at once
	 * @param releaseTime at what time of that day
	 * @param lapseHours how many hours before the start its unbooked seats go to PUBLIC;
	 * null for never
	 * @param windowSeconds for how long from the release on all who come have the same
	 * chance
	 * @param drawDays for how many days up to the release entries for a draw are taken;
	 * who comes first gets what is left a day later
	 * @param batches the batches in which its seats are released
	 */
	record PoolPattern(@NotNull Pool pool, @NotNull @Min(1) @Max(100_000) Integer capacity,
			@Nullable @Min(0) @Max(365) Integer releaseDays, @Nullable LocalTime releaseTime,
			@Nullable @Min(1) @Max(720) Integer lapseHours, @Nullable @Min(1) @Max(600) Integer windowSeconds,
			@Nullable @Min(1) @Max(60) Integer drawDays, SlotRequest.@Nullable @Valid BatchesRequest batches) {

		SlotRequest.PoolRequest on(ZonedDateTime start) {
			OffsetDateTime released = null;
			if (this.releaseDays != null) {
				LocalTime time = (this.releaseTime != null) ? this.releaseTime : LocalTime.MIDNIGHT;
				released = start.minusDays(this.releaseDays).with(time).toOffsetDateTime();
			}
			OffsetDateTime lapses = (this.lapseHours != null) ? start.minusHours(this.lapseHours).toOffsetDateTime()
					: null;
			if (this.drawDays == null) {
				return new SlotRequest.PoolRequest(this.pool, this.capacity, released, lapses, this.windowSeconds, null,
						this.batches);
			}
			if (released == null) {
				throw new InvalidInput("pools.releaseDays", "drawNeedsRelease");
			}
			return new SlotRequest.PoolRequest(this.pool, this.capacity, null, lapses, this.windowSeconds,
					new SlotRequest.DrawRequest(released.minusDays(this.drawDays), released), this.batches);
		}

	}

	/**
	 * The slots of the pattern that lie ahead, by start.
	 */
	List<SlotRequest> slots(ZoneId zone, Instant now) {
		if (Math.abs(ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), this.from)) > FARTHEST_DAYS) {
			throw new InvalidInput("from", "far");
		}
		List<SlotRequest> slots = new ArrayList<>();
		for (int week = 0; week < this.weeks; week++) {
			for (DayOfWeek weekday : this.weekdays) {
				LocalDate day = this.from.plusWeeks(week).with(TemporalAdjusters.nextOrSame(weekday));
				ZonedDateTime start = day.atTime(this.starts).atZone(zone);
				if (start.toInstant().isAfter(now)) {
					slots.add(new SlotRequest(start.toOffsetDateTime(),
							start.plusMinutes(this.minutes).toOffsetDateTime(),
							this.pools.stream().map(pool -> pool.on(start)).toList()));
				}
			}
		}
		slots.sort(Comparator.comparing(SlotRequest::startsAt));
		return slots;
	}

}
