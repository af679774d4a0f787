package org.gongyu.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongyu.activity.Activity;
import org.gongyu.activity.Slot;
import org.gongyu.platform.PublicAddress;
import org.gongyu.venue.Position;
import org.gongyu.venue.Venue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What chats and search engines show of an activity: Open Graph tags, and its slots as
 * schema.org {@code ChildrensEvent}s in JSON-LD.
 */
@Component
class OfferPreview {

	private static final int EVENTS = 20;

	private static final String SCHEMA = "https://schema.org/";

	/**
	 * What stands in the page's head.
	 *
	 * @param data JSON-LD that can stand in a script element
	 */
	record Preview(String url, String title, @Nullable String titleEn, String description,
			@Nullable String descriptionEn, @Nullable String image, String data) {
	}

	private final PublicAddress address;

	private final JsonMapper json;

	OfferPreview(PublicAddress address, JsonMapper json) {
		this.address = address;
		this.json = json;
	}

	Preview of(ServerWebExchange exchange, Activity activity, Venue venue, List<SlotLine> lines) {
		String url = this.address.of(exchange, "/activities/" + activity.id());
		String image = (activity.picture() != null)
				? this.address.of(exchange, "/pictures/" + activity.picture().hash() + "-800.jpg") : null;
		List<Map<String, Object>> events = lines.stream()
			.limit(EVENTS)
			.map(line -> event(activity, venue, line, url, image))
			.toList();
		return new Preview(url, activity.title() + " · " + venue.name(), activity.titleEn(), activity.summary(),
				activity.summaryEn(), image, script(Map.of("@context", "https://schema.org", "@graph", events)));
	}

	private static Map<String, Object> event(Activity activity, Venue venue, SlotLine line, String url,
			@Nullable String image) {
		Slot slot = line.slot();
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("@type", "ChildrensEvent");
		event.put("@id", url + "#" + slot.id());
		event.put("name", activity.title());
		event.put("description", activity.summary());
		event.put("startDate", slot.startsAt().atZone(slot.zone()).toOffsetDateTime().toString());
		event.put("endDate", slot.endsAt().atZone(slot.zone()).toOffsetDateTime().toString());
		event.put("eventStatus", SCHEMA + (line.published() ? "EventScheduled" : "EventCancelled"));
		event.put("eventAttendanceMode", SCHEMA + "OfflineEventAttendanceMode");
		event.put("isAccessibleForFree", activity.priceCents() == 0);
		event.put("typicalAgeRange", activity.ageFrom() + "-" + activity.ageTo());
		event.put("location", place(venue));
		event.put("remainingAttendeeCapacity", line.left());
		event.put("offers", offer(activity, line, url));
		if (image != null) {
			event.put("image", image);
		}
		return event;
	}

	private static Map<String, Object> place(Venue venue) {
		Map<String, Object> place = new LinkedHashMap<>();
		place.put("@type", "Place");
		place.put("name", venue.name());
		place.put("address", venue.region() + Objects.requireNonNullElse(venue.address(), ""));
		Position at = venue.position();
		if (at != null) {
			place.put("geo", Map.of("@type", "GeoCoordinates", "latitude", at.latitude(), "longitude", at.longitude()));
		}
		return place;
	}

	private static Map<String, Object> offer(Activity activity, SlotLine line, String url) {
		Map<String, Object> offer = new LinkedHashMap<>();
		offer.put("@type", "Offer");
		offer.put("url", url);
		offer.put("price", activity.priceCents() / 100.0);
		offer.put("priceCurrency", "CNY");
		offer.put("availability", SCHEMA + (line.open() ? "InStock" : line.opens() ? "PreOrder" : "SoldOut"));
		if (line.releasedAt() != null) {
			offer.put("validFrom", line.releasedAt().toString());
		}
		return offer;
	}

	/** No text of a manager's ends the script element. */
	private String script(Object data) {
		return this.json.writeValueAsString(data).replace("<", "\\u003c").replace(">", "\\u003e");
	}

}
