package org.gongyu.booking;

import java.time.ZonedDateTime;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.gongyu.activity.SlotOffer;

/**
 * A booking as a calendar file (RFC 5545). Its UID never changes, so that a later file
 * replaces an earlier one.
 */
final class CalendarFile {

	private CalendarFile() {
	}

	static String of(Booking booking, SlotOffer offer, String code) {
		ZonedDateTime start = offer.slot().startsAt().atZone(offer.slot().zone());
		ZonedDateTime end = offer.slot().endsAt().atZone(offer.slot().zone());
		Status status = switch (booking.state()) {
			case CONFIRMED, CHECKED_IN -> ImmutableStatus.VEVENT_CONFIRMED;
			case REQUESTED -> ImmutableStatus.VEVENT_TENTATIVE;
			default -> ImmutableStatus.VEVENT_CANCELLED;
		};
		String place = (offer.venue().address() != null) ? offer.venue().name() + " " + offer.venue().address()
				: offer.venue().name();
		VEvent event = new VEvent(start.toInstant(), end.toInstant(), offer.activity().title());
		event.replace(new DtStamp(booking.createdAt()));
		event.add(new Uid(booking.id() + "@gongyu"));
		event.add(new Location(place));
		event.add(new Description(code));
		event.add(status);
		Calendar calendar = new Calendar().withDefaults().getFluentTarget();
		calendar.replace(new ProdId("-//Gongyu//Gongyu//ZH"));
		calendar.replace(ImmutableVersion.VERSION_2_0);
		calendar.replace(ImmutableCalScale.GREGORIAN);
		calendar.add(event);
		return calendar.toString();
	}

}
