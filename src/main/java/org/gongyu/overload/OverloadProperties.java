package org.gongyu.overload;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of overload. Requests are named by method and path.
 *
 * @param requests how many requests are under way at once at most
 * @param least how many always may be, however long they take
 * @param target how long holds and pages should take on average; while they take longer,
 * fewer are let in
 * @param confirms requests that make bookings of held seats
 * @param holds requests that hold seats
 * @param always requests that are never turned away
 * @param browseLag how late an event loop may be before other requests are turned away
 * @param holdLag before holds are
 * @param confirmLag before confirms are
 */
@ConfigurationProperties("gongyu.overload")
record OverloadProperties(@DefaultValue("4000") int requests, @DefaultValue("200") int least,
		@DefaultValue("80ms") Duration target, @DefaultValue List<String> confirms, @DefaultValue List<String> holds,
		@DefaultValue List<String> always, @DefaultValue("40ms") Duration browseLag,
		@DefaultValue("60ms") Duration holdLag, @DefaultValue("500ms") Duration confirmLag) {
}
