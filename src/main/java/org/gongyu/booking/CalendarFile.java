package org.gongyu.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.gongyu.activity.SlotOffer;

/**
 * A booking as a calendar file (RFC 5545). Its UID never changes, so that a later file
 * replaces an earlier one.
 */
final class CalendarFile {

	private static final Duration RELEASE = Duration.ofMinutes(15);

	private CalendarFile() {
	}

	/**
	 * One booking as a file.
	 * @param code what is shown at the gate
	 */
	static String of(Booking booking, SlotOffer offer, String code) {
		return of(List.of(event(booking, offer, code)));
	}

	/**
	 * A reminder of the moment from which seats can be held, ten minutes before it.
	 * @param link where they are
	 */
	static String release(SlotOffer offer, Instant releasedAt, String link) {
		VEvent event = new VEvent(releasedAt, releasedAt.plus(RELEASE), offer.activity().title());
		event.add(new Uid(offer.slot().id() + "-release@gongyu"));
		event.add(new Description(link));
		VAlarm alarm = new VAlarm(Duration.ofMinutes(-10));
		alarm.add(ImmutableAction.DISPLAY);
		alarm.add(new Description(offer.activity().title()));
		event.add(alarm);
		return of(List.of(event));
	}

	/**
	 * Events as a calendar.
	 */
	static String of(List<VEvent> events) {
		Calendar calendar = new Calendar().withDefaults().getFluentTarget();
		calendar.replace(new ProdId("-//Gongyu//Gongyu//ZH"));
		calendar.replace(ImmutableVersion.VERSION_2_0);
		calendar.replace(ImmutableCalScale.GREGORIAN);
		events.forEach(calendar::add);
		return calendar.toString();
	}

	/**
	 * A booking as an event; one that was changed has a higher sequence, and one that
	 * stands no longer is cancelled.
	 */
	static VEvent event(Booking booking, SlotOffer offer, String code) {
		ZonedDateTime start = offer.slot().startsAt().atZone(offer.slot().zone());
		ZonedDateTime end = offer.slot().endsAt().atZone(offer.slot().zone());
		String place = (offer.venue().address() != null) ? offer.venue().name() + " " + offer.venue().address()
				: offer.venue().name();
		VEvent event = new VEvent(start.toInstant(), end.toInstant(), offer.activity().title());
		event.replace(new DtStamp(booking.createdAt()));
		event.add(new Uid(booking.id() + "@gongyu"));
		event.add(new Sequence(booking.sequence()));
		event.add(new Location(place));
		event.add(new Description(code));
		event.add(status(booking));
		return event;
	}

	private static Status status(Booking booking) {
		return switch (booking.state()) {
			case CONFIRMED, CHECKED_IN -> ImmutableStatus.VEVENT_CONFIRMED;
			case REQUESTED -> ImmutableStatus.VEVENT_TENTATIVE;
			default -> ImmutableStatus.VEVENT_CANCELLED;
		};
	}

}
